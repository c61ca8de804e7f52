/** Sizes are steps of a ladder, so that not every answer makes all letters a little smaller. */
const STEP = 1.07;
/**
 * Share of the frame that words may take: the first few leave room for what they and others become, and never is it so
 * much that none of them can grow.
 */
const FILL = { first: 0.12, each: 0.004, most: 0.42 };
/** However many there are, letters of the first are so many times the smallest: else there would be no picture. */
const LEADER = 3.4;
/** Share of the width that one word may take. */
const WIDEST = 0.8;

interface Counted {
  count: number;
  /** Of its letters and the air around them, in sizes of its letters. */
  width: number;
  height: number;
}
interface Limits {
  width: number;
  height: number;
  least: number;
  most: number;
}

/**
 * Sizes of letters as the numbers have it: the area of a word is as its people, and all together fill the frame well;
 * none is smaller than the least.
 *
 * @param terms most counted first
 */
export function wantedSizes(terms: readonly Counted[], { width, height, least, most }: Limits): number[] {
  const max = Math.max(1, terms[0]?.count ?? 1);
  const steps = stepsBelow(most / least);
  const fill = Math.min(FILL.most, FILL.first + FILL.each * terms.length) * width * height;
  const fewest = Math.min(steps, stepsBelow(LEADER));
  for (let step = steps; ; step--) {
    const largest = least * STEP ** step;
    const sizes = terms.map((term) => {
      const size = Math.min(largest * Math.sqrt(term.count / max), (width * WIDEST) / term.width);
      return size <= least ? least : least * STEP ** stepsBelow(size / least);
    });
    const area = sizes.reduce((sum, size, at) => sum + size * size * terms[at]!.width * terms[at]!.height, 0);
    if (step <= fewest || area <= fill) return sizes;
  }
}

const stepsBelow = (times: number): number => Math.max(0, Math.floor(Math.log(times) / Math.log(STEP) + 1e-9));

/** From a size down to the least, the least included. */
export function* rungs(from: number, least: number): Generator<number> {
  for (let size = from; size > least; size /= STEP ** 2) yield size;
  yield least;
}
