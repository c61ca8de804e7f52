import type { View } from '../../../organiser/event/kinds.ts';
import { organising } from '../../../voting/organiser/view.ts';
import Panel from './Panel.svelte';

export default {
  kind: 'points',
  noun: 'points poll',
  offer: {
    title: 'Points poll',
    says: 'People share 100 points between options.',
    also: ['points', 'budget', 'allocate', 'share', 'weights'],
    icon: 'M4 20h16M6 20v-6M12 20V5M18 20v-9',
  },
  Panel,
  ...organising,
} satisfies View<'points'>;
