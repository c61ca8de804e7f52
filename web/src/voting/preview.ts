import type { OrganiserBallot } from './activity.ts';

type Organisers = 'rev' | 'hasVotes' | 'chosen' | 'anonymised';

/** A ballot as attendees see it, out of what an organiser sees. */
export function asVoter<A extends OrganiserBallot>(ballot: A): Omit<A, Organisers> {
  const { rev: _rev, hasVotes: _hasVotes, chosen: _chosen, anonymised, ...seen } = ballot;
  return {
    ...seen,
    state: ballot.state === 'final' && !anonymised ? 'locked' : ballot.state,
    tally: ballot.results === 'everyone' ? ballot.tally : null,
  };
}
