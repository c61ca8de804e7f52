import { JARS, perJar } from '../pebbles.ts';

type Said = Record<string, { sum?: unknown } | undefined> | null | undefined;

/** The pebbles in each jar are those of all ballots. */
export default {
  kind: 'pebbles',
  agrees(result: Record<string, unknown>, ballots: (string[] | null)[]): boolean {
    const counts = perJar(ballots.flatMap((ballot) => ballot ?? []));
    return JARS.every(({ id }, index) => (result['pebbles'] as Said)?.[id]?.sum === counts[index]);
  },
};
