import type { Tally } from '../../../src/protocol/messages.gen.ts';
import type { BallotActivity, OrganiserBallot } from '../../../src/voting/activity.ts';

/** No schema names this kind, so its records are said here: PebblesWire.java has them. */
interface Counted {
  kind: 'pebbles';
  /** Pebbles in each jar. */
  tally: (Tally & { result: number[] | null }) | null;
}
export type Pebbles = BallotActivity & Counted;
export type OrganiserPebbles = OrganiserBallot & Counted;

/** The jars into which people put their pebbles. */
export const JARS = [
  { id: 'a', text: 'Roads' },
  { id: 'b', text: 'Schools' },
  { id: 'c', text: 'Parks' },
];
/** How many each person has. */
export const MOST = 4;

/** `2 × Roads, 1 × Parks` */
export const inWords = (counts: readonly number[]): string =>
  JARS.flatMap(({ text }, index) => (counts[index] ? [`${counts[index]} × ${text}`] : [])).join(', ');

/** How many of the entries of an answer are in each jar. */
export const perJar = (answer: readonly string[]): number[] =>
  JARS.map(({ id }) => answer.filter((entry) => entry === id).length);
