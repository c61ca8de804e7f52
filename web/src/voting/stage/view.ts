import { closed } from '../../ui/closed.ts';
import type { BallotActivity } from '../activity.ts';

/** What the stage asks of a ballot of any kind (`View`). */
export const staging = {
  /** Votes that were pressed before the lock may still arrive and count. */
  ended: (ballot: BallotActivity): string =>
    closed(ballot) && !ballot.closingMs ? `${ballot.id} ${ballot.round}` : '',
  buttons: (ballot: BallotActivity) => ({
    startStop: ballot.state === 'open' ? 'Lock voting' : ballot.state === 'locked' ? 'Reopen voting' : 'Open voting',
    results: ballot.results === 'hidden' ? 'Show results' : 'Hide results',
  }),
};
