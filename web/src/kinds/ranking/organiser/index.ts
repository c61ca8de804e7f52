import type { View } from '../../../organiser/event/kinds.ts';
import { organising } from '../../../voting/organiser/view.ts';
import Panel from './Panel.svelte';

export default {
  kind: 'ranking',
  noun: 'ranking',
  offer: {
    title: 'Ranking',
    says: 'People put options in an order.',
    also: ['rank', 'order', 'priorities'],
    icon: 'M4 7h3M4 12h3M4 17h3M11 7h9M11 12h6M11 17h3',
  },
  Panel,
  ...organising,
} satisfies View<'ranking'>;
