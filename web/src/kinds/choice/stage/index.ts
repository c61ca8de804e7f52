import type { View } from '../../../stage/kinds.ts';
import { summary } from './sentences.ts';
import { closed } from '../../../ui/closed.ts';
import PollScreen from './PollScreen.svelte';

export default {
  kind: 'poll',
  Screen: PollScreen,
  ended: (poll) => (closed(poll) && !poll.closingMs ? `${poll.id} ${poll.round}` : ''),
  summary,
  buttons: (poll) => ({
    startStop: poll.state === 'open' ? 'Lock voting' : poll.state === 'locked' ? 'Reopen voting' : 'Open voting',
    results: poll.results === 'hidden' ? 'Show results' : 'Hide results',
  }),
} satisfies View<'poll'>;
