import type { Preview } from '../../attendee/preview.ts';

export default {
  kind: 'poll',
  asAttendee: ({ rev: _rev, hasVotes: _hasVotes, chosen: _chosen, sealed, ...poll }) => ({
    ...poll,
    state: poll.state === 'final' && !sealed ? 'locked' : poll.state,
    tally: poll.results === 'everyone' ? poll.tally : null,
  }),
} satisfies Preview<'poll'>;
