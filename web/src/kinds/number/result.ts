import type { NumberPoll, NumberResult } from '../../protocol/messages.gen.ts';
import { percentText } from '../../voting/percent.ts';
import { quantile } from '../../voting/quantiles.ts';
import { exact, said } from './decimal.ts';
import { halfway, placeOf, placesOf, roundWidth, valueAt } from './scale.ts';

export type Asked = Pick<NumberPoll, 'min' | 'max' | 'step' | 'unit'>;

/** Bars on a screen at most: more cannot be read. */
export const MOST_BARS = 20;

export interface Bar {
  /** Its smallest and its largest value, as decimal texts. */
  from: string;
  to: string;
  /** `10 to 14`, without a unit. */
  text: string;
  count: number;
  /** Of those who voted. */
  percent: string;
  /** Height, 0 to 1 of the highest. */
  fill: number;
  /** As high as the highest, alone or level with others. */
  most: boolean;
  /** The right value is in it. */
  right: boolean;
}

/** A number and where it stands across the bars, 0 to 1. */
export interface Mark {
  /** As people read it, without a unit. */
  text: string;
  at: number;
}

export interface Summary {
  bars: readonly Bar[];
  /** Of each bar one value alone. */
  single: boolean;
  /** Every value has its own counter; else quartiles are made of the middles of bins. */
  exact: boolean;
  /** Lower quartile, median, upper quartile; null of nobody. */
  quartiles: readonly [Mark, Mark, Mark] | null;
  right: Mark | null;
}

/** `10 to 14`, or the value where both are one. */
const rangeText = (from: string, to: string): string => (from === to ? said(from) : `${said(from)} to ${said(to)}`);

/** The place that stands for a bin of the result: its middle, the upper one of two. */
function middleOf(bin: number, width: bigint, places: bigint): bigint {
  const low = BigInt(bin) * width;
  const high = low + width - 1n < places ? low + width - 1n : places;
  return low + (high - low + 1n) / 2n;
}

/**
 * What screens show of published counters: bars of round widths over the range that was answered and where the right
 * value is, as `Histogram` on the server makes them; of nobody none.
 *
 * @param voted the base of percentages
 */
export function summarise(asked: Asked, result: NumberResult | null, voted: number): Summary {
  const bins = result?.bins ?? [];
  const of = BigInt(result?.width ?? 1);
  if (result === null || bins.length === 0) {
    return { bars: [], single: true, exact: of === 1n, quartiles: null, right: null };
  }
  const places = placesOf(asked);
  const right = result.right === null ? null : placeOf(asked, exact(result.right));
  let first = BigInt(bins[0]!) * of;
  let last = BigInt(bins.at(-1)!) * of + of - 1n;
  if (last > places) last = places;
  if (right !== null && right < first) first = right;
  if (right !== null && right > last) last = right;
  const width = roundWidth(of, (each) => last / each - first / each < BigInt(MOST_BARS));
  const start = first / width;
  const counts = Array.from({ length: Number(last / width - start) + 1 }, () => 0);
  bins.forEach((bin, at) => {
    counts[Number((BigInt(bin) * of) / width - start)]! += result.counts[at]!;
  });
  const most = Math.max(...counts);
  const bars = counts.map((count, at): Bar => {
    const low = (start + BigInt(at)) * width;
    const high = low + width - 1n < places ? low + width - 1n : places;
    const [from, to] = [valueAt(asked, low), valueAt(asked, high)];
    return {
      from,
      to,
      text: rangeText(from, to),
      count,
      percent: percentText(count, voted),
      fill: count / most,
      most: count === most,
      right: right !== null && right >= low && right <= high,
    };
  });
  /** Of half of so many steps: a value fills its step, and stands in its middle. */
  const mark = (twice: bigint): Mark => ({
    text: said(halfway(asked, twice)),
    at: Number(twice + 1n - 2n * start * width) / Number(2n * width * BigInt(counts.length)),
  });
  const quartile = (quarters: 1 | 2 | 3): Mark => {
    const [below, above] = quantile(result.counts, quarters)!;
    return mark(middleOf(bins[below]!, of, places) + middleOf(bins[above]!, of, places));
  };
  return {
    bars,
    single: width === 1n,
    exact: of === 1n,
    quartiles: [quartile(1), quartile(2), quartile(3)],
    right: right === null ? null : mark(2n * right),
  };
}
