import type { Recounter } from '../../../verify/recount.ts';

type Listed = Record<string, unknown> & { id?: unknown; counts?: unknown };
type Scale = { type?: unknown; points?: unknown };
const TYPES = ['points', 'agreement', 'promoter'];

/** The mean of the least point that so many quarters gave at most, and the least that more than so many did. */
function quantile(sorted: readonly number[], quarters: number): number | null {
  if (sorted.length === 0) return null;
  const upTo = (point: number) => sorted.filter((each) => each <= point).length * 4;
  const least = sorted.find((point) => upTo(point) >= quarters * sorted.length)!;
  const next = sorted.find((point) => upTo(point) > quarters * sorted.length)!;
  return (least + next) / 2;
}

/** Rounded half up, away from 0, exactly. */
function ratio(of: number, base: number, units: number): number | null {
  if (base === 0) return null;
  const rounded = Math.floor((2 * units * Math.abs(of) + base) / (2 * base)) / units;
  return of < 0 && rounded > 0 ? -rounded : rounded;
}

function numbers(points: number[], none: number, values: number[], type: unknown): Record<string, unknown> {
  const sorted = points.sort((a, b) => a - b);
  const many = (from: number, to: number) => sorted.filter((point) => point >= from && point <= to).length;
  const sum = sorted.reduce((all, point) => all + point, 0);
  const of =
    type === 'agreement'
      ? { agree: many(4, 5), neither: many(3, 3), disagree: many(1, 2) }
      : type === 'promoter'
        ? {
            promoters: many(9, 10),
            detractors: many(0, 6),
            netPromoterScore: ratio(100 * (many(9, 10) - many(0, 6)), sorted.length, 10),
          }
        : {};
  return {
    rated: sorted.length,
    noOpinion: none,
    counts: values.map((value) => many(value, value)),
    median: quantile(sorted, 2),
    lowerQuartile: quantile(sorted, 1),
    upperQuartile: quantile(sorted, 3),
    mean: ratio(sum, sorted.length, 100),
    ...of,
  };
}

/**
 * Counts, median, quartiles, mean and what is worked out of them, of every statement; no ballot names anything else, or
 * one twice, or leaves one out where no opinion is an answer.
 */
export default {
  kind: 'rating',
  agrees({ statements, asked }, ballots) {
    const { scale, noOpinion } = (asked ?? {}) as { scale?: Scale; noOpinion?: unknown };
    const { type, points } = scale ?? {};
    if (!TYPES.includes(String(type)) || typeof points !== 'number') return false;
    const values = Array.from({ length: points }, (_, index) => index + (type === 'promoter' ? 0 : 1));
    const listed = (Array.isArray(statements) ? statements : []).map((each): Listed => each ?? {});
    const opinion = typeof noOpinion === 'string';
    const given = ballots.flatMap((ballot) => (ballot ? [ballot] : []));
    const known = new Set(
      listed.flatMap(({ id }) => [...values, ...(opinion ? ['none'] : [])].map((point) => `${String(id)}:${point}`)),
    );
    const sound = given.every((entries) => {
      const ids = new Set(entries.map((entry) => entry.slice(0, entry.indexOf(':'))));
      const enough = opinion ? ids.size === listed.length : ids.size > 0;
      return enough && ids.size === entries.length && entries.every((entry) => known.has(entry));
    });
    return (
      sound &&
      listed.every((statement) => {
        const own = given.flat().filter((entry) => entry.startsWith(`${String(statement.id)}:`));
        const said = own.map((entry) => entry.slice(entry.indexOf(':') + 1));
        const rated = said.filter((point) => point !== 'none').map(Number);
        const found = numbers(rated, said.length - rated.length, values, type);
        return Object.entries(found).every(
          ([name, n]) => JSON.stringify(statement[name] ?? null) === JSON.stringify(n),
        );
      })
    );
  },
} satisfies Recounter;
