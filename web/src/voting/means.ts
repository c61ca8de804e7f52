import { percentText } from './percent.ts';

/** An option, and the mean of the points that people gave it. */
export interface MeanRow {
  id: string;
  text: string;
  /** From 1; level options share one. */
  place: number;
  /** Shares its place. */
  level: boolean;
  /** Sum of points, in the parts of a point that its kind counts. */
  points: number;
  /** The mean of those who voted: `4.3`. Empty before the first answer. */
  score: string;
  /** The mean of the most there could be, 0 to 1. */
  fill: number;
  /** People who did with it what is said beside the mean, such as placing it first. */
  people: number;
  /** Of those who voted, 0 to 1. */
  peopleShare: number;
  peoplePercent: string;
  /** Has the highest mean, alone or level with others. */
  leads: boolean;
}

export interface Sums {
  /** Of each option, in parts of a point. */
  points: readonly number[];
  /** Of each option. */
  people: readonly number[];
  /** Parts in a point: 2 where halves are counted. */
  parts: number;
  /** Points that one person can give an option at most. */
  most: number;
  /** Decimals of a mean; one more where different means would look the same. */
  digits?: number;
}

/** Rounded half up, exactly: `4.3` of 43 halves of 5 people. */
export function meanText(points: number, parts: number, voted: number, decimals: number): string {
  const units = 10 ** decimals;
  const rounded = Math.floor((2 * points * units + parts * voted) / (2 * parts * voted));
  const whole = String(Math.floor(rounded / units));
  return decimals === 0 ? whole : `${whole}.${String(rounded % units).padStart(decimals, '0')}`;
}

/** `digits`, one more where different means would look the same. */
function decimals(points: readonly number[], parts: number, voted: number, digits: number): number {
  const different = new Set(points);
  const seen = new Set([...different].map((each) => meanText(each, parts, voted, digits)));
  return seen.size < different.size ? digits + 1 : digits;
}

/** One row per option, in the organiser's order. `voted`: the base of all. */
export function meanRows(
  options: readonly { id: string; text: string }[],
  { points: sums, people, parts, most: mostEach, digits: least = 1 }: Sums,
  voted: number,
): MeanRow[] {
  const points = options.map((_, index) => sums[index] ?? 0);
  const most = Math.max(...points);
  const digits = voted > 0 ? decimals(points, parts, voted, least) : least;
  return options.map(({ id, text }, index) => {
    const own = points[index]!;
    const counted = people[index] ?? 0;
    return {
      id,
      text,
      place: 1 + points.filter((other) => other > own).length,
      level: points.filter((other) => other === own).length > 1,
      points: own,
      score: voted > 0 ? meanText(own, parts, voted, digits) : '',
      fill: voted > 0 ? Math.min(1, own / (parts * voted * mostEach)) : 0,
      people: counted,
      peopleShare: voted > 0 ? Math.min(1, counted / voted) : 0,
      peoplePercent: percentText(counted, voted),
      leads: voted > 0 && own === most && own > 0,
    };
  });
}

/** Highest mean first. Level options stay as they stood `before`, given by their ids. */
export function byMean<R extends MeanRow>(rows: readonly R[], before: readonly string[] = []): R[] {
  const stood = new Map(before.map((id, index) => [id, index]));
  const at = ({ id }: MeanRow) => stood.get(id) ?? before.length;
  return [...rows].sort((a, b) => b.points - a.points || at(a) - at(b));
}
