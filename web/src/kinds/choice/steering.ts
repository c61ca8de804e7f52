import { lock, open, showResults } from '../../ui/lifecycle.ts';
import type { Steering } from '../../ui/stageControls.ts';

export default {
  kind: 'poll',
  startStop(poll) {
    if (poll.state === 'final') return { hint: 'This poll is finalised. Duplicate it to ask again.' };
    return { command: poll.state === 'open' ? lock(poll) : open(poll) };
  },
  results: (poll) => ({ command: showResults(poll, poll.results === 'hidden' ? 'everyone' : 'hidden') }),
  through(poll) {
    if (poll.state === 'draft') return { says: 'Open voting', command: open(poll) };
    if (poll.state === 'open') return { says: 'Lock voting', command: lock(poll) };
    return poll.results === 'everyone' ? null : { says: 'Reveal results', command: showResults(poll, 'everyone') };
  },
  uncover: 'Show the question',
} satisfies Steering<'poll'>;
