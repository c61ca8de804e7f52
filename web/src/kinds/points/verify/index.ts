import type { Recounter } from '../../../verify/recount.ts';

type Listed = { id?: unknown; points?: unknown; givers?: unknown; mean?: unknown; share?: unknown };

const ENTRY = /^([a-z0-9]{1,8}):([1-9]\d{0,3})$/;

/** A ballot's points by option; null when an entry is none. */
function pointsIn(ballot: readonly string[]): Map<string, number> | null {
  const points = new Map<string, number>();
  for (const entry of ballot) {
    const [, id, given] = ENTRY.exec(entry) ?? [];
    if (id === undefined || points.has(id)) return null;
    points.set(id, Number(given));
  }
  return points;
}

/** Rounded half up to so many decimals, exactly. */
function rounded(part: number, of: number, decimals: number): number {
  const units = 10 ** decimals;
  return Math.floor((2 * units * part + of) / (2 * of)) / units;
}

/** Sums, means, shares and givers; every ballot gives all points, in steps, to what was asked. */
export default {
  kind: 'points',
  agrees({ options, asked }, ballots) {
    const { total, step } = (asked ?? {}) as { total?: unknown; step?: unknown };
    if (typeof total !== 'number' || typeof step !== 'number') return false;
    const listed = (Array.isArray(options) ? options : []).map((option): Listed => option ?? {});
    const ids = listed.map(({ id }) => String(id));
    const given = ballots.flatMap((ballot) => (ballot ? [pointsIn(ballot)] : []));
    const people = given.flatMap((points) => (points ? [points] : []));
    const sound = (points: Map<string, number>) =>
      [...points].every(([id, each]) => ids.includes(id) && each % step === 0) &&
      [...points.values()].reduce((sum, each) => sum + each, 0) === total;
    const sum = (id: string) => people.reduce((points, each) => points + (each.get(id) ?? 0), 0);
    return (
      people.length === given.length &&
      people.every(sound) &&
      listed.every(({ id, points, givers, mean, share }) => {
        const own = sum(String(id));
        return (
          points === own &&
          givers === people.filter((each) => each.has(String(id))).length &&
          mean === (people.length === 0 ? null : rounded(own, people.length, 2)) &&
          share === (people.length === 0 ? null : rounded(100 * own, people.length * total, 1))
        );
      })
    );
  },
} satisfies Recounter;
