import type { View } from '../../../organiser/event/kinds.ts';
import { organising } from '../../../voting/organiser/view.ts';
import Panel from './Panel.svelte';

export default {
  kind: 'poll',
  noun: 'poll',
  offer: {
    title: 'Poll',
    says: 'People choose one option, or several.',
    also: ['choice', 'single choice', 'multiple choice', 'vote'],
    icon: 'M4 6h16M4 12h10M4 18h6',
    usual: true,
  },
  Panel,
  ...organising,
} satisfies View<'poll'>;
