import type { View } from '../../../remote/kinds.ts';
import { open } from '../../../ui/lifecycle.ts';
import { pollLine, stateWord } from '../../../voting/remote/words.ts';
import PollNow from './PollNow.svelte';

export default {
  kind: 'poll',
  Now: PollNow,
  name: (poll) => poll.question,
  line: pollLine,
  spoken: (poll) => `${poll.question} ${stateWord(poll)}.`,
  more: (poll) => (poll.state === 'locked' ? { says: 'Reopen voting', command: open(poll) } : null),
} satisfies View<'poll'>;
