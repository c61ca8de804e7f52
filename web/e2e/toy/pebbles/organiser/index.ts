import { organising } from '../../../../src/voting/organiser/view.ts';
import Panel from './Panel.svelte';

export default {
  kind: 'pebbles',
  noun: 'pebbles',
  offer: { title: 'Pebbles', says: 'People put pebbles into jars.', icon: 'M6 12h12' },
  Panel,
  ...organising,
};
