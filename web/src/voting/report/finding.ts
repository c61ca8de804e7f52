import { listed, own, type Sentence } from '../../report/report.ts';
import { figure } from '../../ui/figure.ts';
import { leaders, percent, percentText } from '../percent.ts';

/** So many names stand in a sentence; more are only counted. */
const NAMED = 3;

/**
 * Those that share a place, by name; more than a few are only counted.
 *
 * @param noun what they are when they are counted
 */
export const together = (rows: readonly { text: string }[], noun: string): Sentence =>
  rows.length > NAMED ? [`${figure(rows.length)} ${noun}`] : listed(rows.map(({ text }) => text));

const votes = (n: number): string => `${figure(n)} ${n === 1 ? 'vote' : 'votes'}`;

/** How far the first is ahead: in points as readers subtract them, in votes where that would be none. */
function ahead(first: number, second: number, base: number): string {
  const points = percent(first, base) - percent(second, base);
  return points === 0 ? votes(first - second) : `${points} point${points === 1 ? '' : 's'}`;
}

/**
 * What came out of counts of a base, in one sentence.
 *
 * @param does what the first does with its share, such as `leads with`
 */
export function shareFinding(
  options: readonly { text: string; count: number }[],
  base: number,
  does: string,
): Sentence | null {
  const counts = options.map(({ count }) => count);
  const first = leaders(counts);
  if (base === 0 || first.size === 0) return null;
  const firsts = options.filter((_, at) => first.has(at));
  const share = percentText(firsts[0]!.count, base);
  if (firsts.length > 1) return ['Level: ', ...together(firsts, 'options'), ` with ${share} each.`];
  const rest = options.filter((_, at) => !first.has(at));
  const next = Math.max(0, ...rest.map(({ count }) => count));
  if (next === 0) return [own(firsts[0]!.text), ` ${does} ${share}; nobody chose anything else.`];
  const seconds = rest.filter(({ count }) => count === next);
  const lead = ` ${does} ${share}, ${ahead(firsts[0]!.count, next, base)} ahead of `;
  return [own(firsts[0]!.text), lead, ...together(seconds, 'others'), '.'];
}
