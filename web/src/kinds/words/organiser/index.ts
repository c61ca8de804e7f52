import type { View } from '../../../organiser/event/kinds.ts';
import { organising } from '../../../voting/organiser/view.ts';
import Panel from './Panel.svelte';

export default {
  kind: 'words',
  noun: 'word cloud',
  offer: {
    title: 'Word cloud',
    says: 'People answer in a few words of their own.',
    also: ['words', 'cloud', 'open', 'terms'],
    icon: 'M4 8h9M4 13h5M12 13h8M6 18h11M16 8h4',
  },
  Panel,
  ...organising,
} satisfies View<'words'>;
