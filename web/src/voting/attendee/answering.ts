import type { BallotActivity } from '../activity.ts';
import type { Vote } from '../ballot.ts';

/**
 * How people answer a ballot of a kind. `M`: what is marked and not voted yet, plain data that is changed by replacing
 * it and kept as JSON.
 */
export interface Answering<A extends BallotActivity, M> {
  /** Before anything is marked. */
  nothing(activity: A): M;
  /** What is marked when a vote is to be changed. */
  marked(activity: A, vote: Vote): M;
  /** What would be sent; null when nothing is marked, or not all that is needed. */
  vote(activity: A, marked: M): Vote | null;
  /** What is wrong with the last press; null when nothing is. */
  problem(activity: A, marked: M): string | null;
  /** What is missing before it can be sent: said after a press on Vote for which there is no `vote`. */
  missing(activity: A, marked: M): string;
  /** What the button says until there is a vote; absent: to choose. */
  prompt?: string;
  /** A vote that does not abstain, in words. */
  words(activity: A, vote: Vote): string;
  /** What a screen reader is told of a result that may be seen. */
  result(activity: A): string;
}

/** A vote in words. */
export const wordsOf = <A extends BallotActivity, M>(answering: Answering<A, M>, activity: A, vote: Vote): string =>
  vote.abstain ? (activity.abstain ?? 'No answer') : answering.words(activity, vote);
