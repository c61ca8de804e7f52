import { LEAST, type Space } from '../../../stage/layout.ts';
import { lines, longestWord } from '../../../stage/measure.ts';

/** All lengths are in rem, as in stage/layout.ts. */
export interface Layout {
  /** Font size of a statement, and how many lines it may take. */
  label: number;
  lines: number;
  /** Height of a row. */
  row: number;
  /** Font size of the one number of a statement. */
  main: number;
  /** Height of the columns of a distribution, without its points and its spread. */
  tall: number;
  /** Widths of words, bars, main number, mean and n; no mean is shown where it is 0. */
  words: number;
  bars: number;
  numbers: number;
  mean: number;
  rated: number;
  /** Every text has its room. */
  whole: boolean;
}

/** From the back of a room nothing below the last can be read. */
const LABELS = [3, 2.7, 2.4, 2.15, 1.95, 1.8, 1.65, 1.5, LEAST];
const LEADING = 1.18;
/** Head of the table. */
const HEAD = 2.4;
/** Few rows do not drift apart. */
const MOST_ROW = 18;
/** Between two columns, and between a row and the next. */
const GAP = 1.6;
const BETWEEN = 0.3;
const MAIN = 3.4;
/** Beside a figure of so many letters, in sizes of its letters. */
const FIGURE = 2.7;
const RATED = 3.8;
const APART = 6;
const MEAN = 4.6;
/** Behind the words that lead stands “Leading”. */
const MARK = 7;
/** Shares of the width that words may have: bars want theirs. */
const WORDS = [0.38, 0.44, 0.5];
/** What stands below columns: spread and points. */
const BELOW = 2.6;

/**
 * The sizes at which every statement stands in a row of its own.
 *
 * @param room the middle of the stage
 * @param beside whether the mean stands beside the main number, and who has no opinion beside who rated
 */
export function arrangeRows(
  texts: readonly string[],
  room: Space,
  zoom = 1,
  beside = { mean: false, none: false },
): Layout {
  const row = Math.min(MOST_ROW, (room.height - HEAD) / texts.length);
  const inner = row - BETWEEN;
  const main = Math.min(MAIN, inner * 0.62);
  const rated = (beside.none ? APART : RATED) * LEAST;
  const mean = beside.mean ? MEAN : 0;
  const mark = texts.length > 1 ? MARK : 0;
  const fits = (label: number, words: number) =>
    texts.every(
      (text) => longestWord(text) * label <= words && lines(text, label, words, 800) * label * LEADING <= inner,
    );
  for (const share of WORDS) {
    const words = room.width * share;
    const sizes = LABELS.map((label) => (label === LEAST ? label : Math.max(LEAST, label * zoom)));
    const found = sizes.find((label) => fits(label, words - mark));
    if (found === undefined && share !== WORDS.at(-1)) continue;
    const label = found ?? LEAST;
    const numbers = main * FIGURE;
    return {
      label,
      lines: Math.max(1, Math.floor(inner / (label * LEADING))),
      row,
      main,
      tall: Math.max(0.8, inner - BELOW),
      words,
      bars: room.width - words - numbers - mean - rated - (mean > 0 ? 4 : 3) * GAP,
      numbers,
      mean,
      rated,
      whole: found !== undefined,
    };
  }
  throw new Error('there is a last share');
}
