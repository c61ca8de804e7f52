import type { View } from '../../../organiser/event/kinds.ts';
import { organising } from '../../../voting/organiser/view.ts';
import Panel from './Panel.svelte';

export default {
  kind: 'rating',
  noun: 'rating',
  offer: {
    title: 'Rating',
    says: 'People say how far they agree, or give points.',
    also: ['rate', 'scale', 'agreement', 'likert', 'likert scale', 'statements'],
    icon: 'M3 12h18M6 9v6M12 7v10M18 9v6',
  },
  Panel,
  ...organising,
} satisfies View<'rating'>;
