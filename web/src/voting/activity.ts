import type { Id, ActivityState, Results, Rev, Round, Tally } from '../protocol/messages.gen.ts';

/** What phones and stages are told of every activity on which people vote, whatever its kind. */
export interface BallotActivity {
  id: Id;
  round: Round;
  question: string;
  /** The label of abstaining; null when one cannot. */
  abstain: string | null;
  state: ActivityState;
  results: Results;
  smallGroup?: boolean;
  tally: Tally | null;
  closingMs?: number;
}

/** A tally with the result that the kind of `A` has. */
export type TallyOf<A extends BallotActivity> = NonNullable<A['tally']>;

/** What organisers and remotes are told of it. */
export interface OrganiserBallot extends BallotActivity {
  rev: Rev;
  /** Who sees the results at first. */
  chosen: Results;
  hasVotes: boolean;
  anonymised: boolean;
}

/** Whether people have voted on its words, which stay as they are then. */
export const hasVotes = ({ hasVotes, tally }: Pick<OrganiserBallot, 'hasVotes' | 'tally'>): boolean =>
  hasVotes || (tally !== null && tally.answers > 0);

/** Whether it stays as it is: what was asked is not written any more. */
export const frozen = (ballot: OrganiserBallot): boolean => hasVotes(ballot) || ballot.state === 'final';
