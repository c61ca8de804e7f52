import type { QuestionItem, StageQuestions } from '../../../protocol/messages.gen.ts';
import { contentWidth, LEAST, type Space } from '../../../stage/layout.ts';
import { lines } from '../../../stage/measure.ts';

/** Sizes of the live question, in rem: 72 px at 1080p, then down by steps until 1,000 characters fit. */
const STEPS = [3.6, 3.2, 2.8, 2.4, 2.1, 1.85, 1.65, 1.5, LEAST];
/** For what is short. */
const GRAND = [5, 4.2];
const LEADING = 1.24;
/** What stands above and below: state, upvotes, foot. */
const AROUND = 20;
const AROUND_LIST = 15.5;

/** A longer live question gets the whole width, code points. */
const ALONE = 500;

/** What stands beside the live question, four at most; all that is next when none is live. */
export function besides({ live, next }: StageQuestions): QuestionItem[] {
  if (!live) return next;
  return [...live.text].length > ALONE ? [] : next.slice(0, 4);
}

/** Width of the column with what comes next; 0 when nothing does. */
export const asideWidth = (next: number, space: Space): number => (next === 0 ? 0 : Math.min(27.5, space.width * 0.3));

/**
 * The list beside the live question: its font size, and lines a question may take. Whole if that can be, else cut after
 * as many lines as fit.
 */
export function nextSize(
  texts: readonly string[],
  up: number,
  space: Space,
  zoom = 1,
): { size: number; lines: number } {
  const height = space.height - AROUND - 2.6;
  const width = (size: number) => asideWidth(texts.length, space) - 5 - up * size;
  const fits = (size: number, most: number) =>
    texts.reduce((sum, text) => sum + Math.min(most, lines(text, size, width(size), 400)) * size * 1.3 + 1.6, 0) <=
    height;
  const whole = [2, 1.8, 1.6, LEAST].map((step) => Math.max(LEAST, step * zoom)).find((size) => fits(size, Infinity));
  const least = LEAST;
  return whole ? { size: whole, lines: 12 } : { size: least, lines: [6, 5, 4].find((most) => fits(least, most)) ?? 3 };
}

/** Font size of the live question. */
export function liveSize(text: string, next: number, space: Space, zoom = 1): number {
  const width = contentWidth(space) - asideWidth(next, space) - (next === 0 ? 0 : 3);
  const height = space.height - AROUND;
  const fits = (size: number) => lines(text, size, width, 700) * size * LEADING <= height;
  const steps = [...GRAND.filter((size) => lines(text, size, width, 700) <= 3), ...STEPS];
  return steps.map((step) => step * zoom).find(fits) ?? steps.find(fits) ?? STEPS[STEPS.length - 1]!;
}

/** Width of the column with upvotes, in sizes of its letters: so many figures, two at least. */
export const upWidth = (figures: readonly string[]): number =>
  0.68 * Math.max(2, ...figures.map(({ length }) => length));

/**
 * Font size of the list when none is live: as large as lets every row stand there whole, three lines at most. `up`: as
 * `upWidth` has it.
 */
export function listSize(texts: readonly string[], up: number, space: Space, zoom = 1): number {
  const width = (size: number) => contentWidth(space) - 2.8 - up * size;
  const height = space.height - AROUND_LIST;
  const taken = (size: number) =>
    texts.reduce((sum, text) => sum + Math.min(3, lines(text, size, width(size), 400)) * size * LEADING + 1.6, 0);
  const steps = [3.8, 3.4, 3, 2.6, 2.3, 2.05, 1.85];
  return (
    steps.map((step) => step * zoom).find((size) => taken(size) <= height) ??
    steps.find((size) => taken(size) <= height) ??
    1.65
  );
}
