import type { View } from '../../../organiser/event/kinds.ts';
import { liveText, pollMark } from '../../../voting/organiser/words.ts';
import Confirmations from '../../../voting/organiser/Confirmations.svelte';
import PollPanel from './PollPanel.svelte';

export default {
  kind: 'poll',
  Panel: PollPanel,
  name: (poll) => poll.question,
  mark: pollMark,
  says: liveText,
  Confirmations,
} satisfies View<'poll'>;
