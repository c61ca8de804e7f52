import { said } from './decimal.ts';
import type { Asked, Summary } from './result.ts';

/** A value below the bars; `at`: 0 to 1 of their width. */
export interface Tick {
  text: string;
  at: number;
}

/** Characters between two ticks. */
const GAP = 2;

/**
 * Values below the bars, as many as there is room for: in the middle of bars of one value, else where bars begin.
 * Without bars, the smallest and the largest that can be answered.
 *
 * @param room characters that stand beside each other
 */
export function ticks({ bars, single }: Summary, { min, max }: Pick<Asked, 'min' | 'max'>, room: number): Tick[] {
  if (bars.length === 0) return [min, max].map((value, at) => ({ text: said(value), at }));
  const texts = bars.map(({ from }) => said(from));
  const wide = Math.max(...texts.map((text) => text.length)) + GAP;
  const most = Math.max(1, Math.floor(room / wide));
  const every = [1, 2, 5, 10].find((each) => Math.ceil(texts.length / each) <= most) ?? texts.length;
  return texts.flatMap((text, at) =>
    at % every === 0 ? [{ text, at: (at + (single ? 0.5 : 0)) / texts.length }] : [],
  );
}
