import type { Recounter } from '../../../verify/recount.ts';
import { exact, plain, type Exact } from '../decimal.ts';
import { counterWidth, halfway, onStep, placeOf, placesOf, type Scale } from '../scale.ts';

const DECIMAL = /^-?\d{1,13}(\.\d{1,6})?$/;

/** What was asked, if it can be: null of a file in which it is not. */
function scaleOf(asked: unknown): Scale | null {
  const { min, max, step } = (asked ?? {}) as Record<string, unknown>;
  const texts = [min, max, step].map((each) => (typeof each === 'string' && DECIMAL.test(each) ? each : null));
  if (texts.includes(null)) return null;
  const scale = { min: texts[0]!, max: texts[1]!, step: texts[2]! };
  const sound = exact(scale.step) > 0n && exact(scale.max) > exact(scale.min) && onStep(scale, exact(scale.max));
  return sound ? scale : null;
}

/** The number of a ballot; null when it is none, or was not asked for. */
function numberIn(ballot: readonly string[], scale: Scale): Exact | null {
  const [text = ''] = ballot;
  if (ballot.length !== 1 || !DECIMAL.test(text) || plain(exact(text)) !== text) return null;
  const number = exact(text);
  const inside = number >= exact(scale.min) && number <= exact(scale.max);
  return inside && onStep(scale, number) ? number : null;
}

/** A quantile by its definition, of sorted places: an answer, or half-way between two. */
function quantile(scale: Scale, sorted: readonly bigint[], quarters: number): string | null {
  const n = sorted.length;
  if (n === 0) return null;
  const upper = sorted[Math.floor((n * quarters) / 4)]!;
  const lower = (n * quarters) % 4 === 0 ? sorted[(n * quarters) / 4 - 1]! : upper;
  return halfway(scale, lower + upper);
}

/** Every counter with its ends, median and quartiles; every ballot is a number that was asked for. */
export default {
  kind: 'number',
  agrees({ asked, width, counts, median, lowerQuartile, upperQuartile, exact: each }, ballots) {
    const scale = scaleOf(asked);
    if (scale === null) return false;
    const numbers = ballots.flatMap((ballot) => (ballot ? [numberIn(ballot, scale)] : []));
    if (numbers.includes(null)) return false;
    const wide = counterWidth(scale);
    const last = placesOf(scale);
    const bins = numbers.map((number) => placeOf(scale, number!) / wide);
    const low = (bin: bigint) => bin * wide;
    const high = (bin: bigint) => (low(bin) + wide - 1n < last ? low(bin) + wide - 1n : last);
    const ascending = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0);
    const stand = bins.map((bin) => low(bin) + (high(bin) - low(bin) + 1n) / 2n).sort(ascending);
    const found = [...new Set(bins)].sort(ascending).map((bin) => ({
      from: halfway(scale, 2n * low(bin)),
      to: halfway(scale, 2n * high(bin)),
      count: bins.filter((other) => other === bin).length,
    }));
    const listed = (Array.isArray(counts) ? counts : []).map((one: Record<string, unknown> | null) => one ?? {});
    return (
      width === Number(wide) &&
      each === (wide === 1n) &&
      listed.length === found.length &&
      found.every(({ from, to, count }, at) => {
        const said = listed[at]!;
        return said['from'] === from && said['to'] === to && said['count'] === count;
      }) &&
      lowerQuartile === quantile(scale, stand, 1) &&
      median === quantile(scale, stand, 2) &&
      upperQuartile === quantile(scale, stand, 3)
    );
  },
} satisfies Recounter;
