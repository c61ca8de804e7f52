import type { OrganiserBallot } from './activity.ts';

type Organisers = 'rev' | 'hasVotes' | 'chosen' | 'sealed';

/** A ballot as attendees see it, out of what an organiser sees. */
export function asVoter<A extends OrganiserBallot>(ballot: A): Omit<A, Organisers> {
  const { rev: _rev, hasVotes: _hasVotes, chosen: _chosen, sealed, ...seen } = ballot;
  return {
    ...seen,
    state: ballot.state === 'final' && !sealed ? 'locked' : ballot.state,
    tally: ballot.results === 'everyone' ? ballot.tally : null,
  };
}
