import { lines, type Space } from './layout.ts';

/** Sizes of the live question, in rem: 76 px at 1080p, then down by steps until 1,000 characters fit. */
const STEPS = [3.8, 3.3, 2.8, 2.4, 2.1, 1.85, 1.65, 1.45, 1.3];
const LEADING = 1.25;
const MARGIN = 4.6;
/** What stands above and below: state, upvotes, foot. */
const AROUND = 21;

/** Width of the column with what comes next; 0 when nothing does. */
export const asideWidth = (next: number, space: Space): number => (next === 0 ? 0 : Math.min(34, space.width * 0.34));

/** Font size of the live question. */
export function liveSize(text: string, next: number, space: Space, zoom = 1): number {
  const width = space.width - 2 * MARGIN - asideWidth(next, space) - (next === 0 ? 0 : 4);
  const height = space.height - AROUND;
  const fits = (size: number) => lines(text, size, width) * size * LEADING <= height;
  return STEPS.map((step) => step * zoom).find(fits) ?? STEPS.find(fits) ?? STEPS[STEPS.length - 1]!;
}

/** Sizes of the list when none is live: as large as its rows let it be. */
export function listSize(texts: readonly string[], space: Space, zoom = 1): number {
  const width = space.width - 2 * MARGIN - 11;
  const height = (space.height - 23) / Math.max(3, texts.length);
  const fits = (size: number) => texts.every((text) => Math.min(3, lines(text, size, width)) * size * LEADING + 1.6 <= height && lines(text, size, width) <= 3);
  return [3, 2.6, 2.3, 2, 1.8, 1.6].map((step) => step * Math.min(zoom, 1.3)).find(fits) ?? 1.5;
}
