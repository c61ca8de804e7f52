import type { View } from '../../../organiser/event/kinds.ts';
import { organising } from '../../../voting/organiser/view.ts';
import Panel from './Panel.svelte';

export default {
  kind: 'number',
  noun: 'number poll',
  offer: {
    title: 'Number poll',
    says: 'People give a number; the median is shown.',
    also: ['number', 'estimate', 'guess', 'how many', 'how much', 'slider'],
    icon: 'M3 20h18M5 20v-4h3v4M10.5 20V6h3v14M16 20v-8h3v8',
  },
  Panel,
  ...organising,
} satisfies View<'number'>;
