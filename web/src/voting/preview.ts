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

/** As the stage shows it: without numbers while they are hidden. */
export function asScreen<A extends OrganiserBallot>(ballot: A): Omit<A, Organisers> {
  const { tally } = ballot;
  const hidden = tally && { ...tally, result: null, voted: 0, abstained: 0 };
  return { ...asVoter(ballot), state: ballot.state, tally: ballot.results === 'hidden' ? hidden : tally };
}
