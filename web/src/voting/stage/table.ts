import type { Space } from '../../stage/layout.ts';
import { lines, longestWord as longest } from '../../stage/measure.ts';

/** All lengths are in rem, as in stage/layout.ts. */
export interface Table {
  /** Font size of an option, and how many lines it may take. */
  label: number;
  /** Font size of places and figures. */
  figure: number;
  labelLines: number;
  /** The most a row may be high: few options don't drift apart. */
  rowMost: number;
  /** Height there is for a row. */
  row: number;
  /** How the width beside the figures is shared: words, bars of means, bars of people. Sums up to 100. */
  shares: Shares;
}

type Shares = readonly [words: number, means: number, people: number];

/** From the back of a room nothing below the last can be read. */
const LABELS = [3.4, 3, 2.7, 2.4, 2.15, 1.95, 1.8, 1.65, 1.5, 1.4];
const SMALLEST = LABELS[LABELS.length - 1]!;
const LEADING = 1.2;
/** Height of a row beside its label, in label sizes: airy, and when there is no other way. */
const AIRY = 0.75;
const TIGHT = 0.08;
/** Below this nothing is made for the sake of long texts. */
const LEAST = 1.4;
/** Below this a room does not like to read; air goes first. */
const COMFORTABLE = 1.8;

/** Figures larger than that take the room of words. */
const FIGURE = 2.2;
/** Widths beside label and bars, in sizes of figures: place, mean, share with its count, and the gaps. */
const FIXED = 15;
const SHARES: Shares = [50, 36, 14];
/** Where options are whole sentences. */
const WORDY: Shares = [68, 22, 10];

/** Behind the words that lead stands “Leading”, in sizes of a label. */
const MARK = 3.6;
/** So few are large. */
const FEW = 3;

/** Room for the head of the table and for what is said below it, in rem. */
export const AROUND_TABLE = 6;

/**
 * The sizes at which every option stands in a row of its own, with a mean and a share of people.
 *
 * @param room the middle of the stage
 */
export function arrangeTable(options: readonly string[], room: Space, zoom = 1): Table {
  const even = shared(options, room, zoom, options.length > FEW ? SHARES : WORDY);
  if (even.fitting >= COMFORTABLE) return even.table;
  const wordy = shared(options, room, zoom, WORDY);
  return wordy.fitting > even.fitting || wordy.fitting === SMALLEST ? wordy.table : even.table;
}

/** `fitting`: the largest label at which every text has its room, or the smallest there is. */
function shared(options: readonly string[], room: Space, zoom: number, shares: Shares) {
  const row = (room.height - AROUND_TABLE) / options.length;
  const width = (label: number) => ((room.width - FIXED * figureOf(label)) * shares[0]) / 100;
  const taken = (text: string, label: number) => lines(text, label, width(label));
  const fits = (beside: number) => (label: number) =>
    options.every(
      (text) => longestWord(text, label) <= width(label) && label * (taken(text, label) * LEADING + beside) <= row,
    );
  const airy = LABELS.find(fits(AIRY)) ?? SMALLEST;
  const tight = LABELS.find(fits(TIGHT)) ?? SMALLEST;
  const whole = (label: number) => (text: string) => lines(text, label, width(label) - MARK * label) === 1;
  const single = LABELS.find((label) => options.every(whole(label))) ?? 0;
  // Words on one line read better than larger ones on two.
  const comfortable = single >= COMFORTABLE ? Math.min(airy, single) : Math.max(airy, Math.min(tight, COMFORTABLE));
  // Texts that are too long for any of them end in an ellipsis; one line must always fit.
  const oneLine = row / (LEADING + TIGHT);
  const label = Math.min(
    Math.max(comfortable, Math.min(LEAST, oneLine)) * zoom,
    Math.max(tight, Math.min(LEAST, oneLine)),
  );
  const labelLines = linesIn(row, label);
  const most = Math.max(...options.map((text) => Math.min(labelLines, taken(text, label))));
  const rowMost = label * (most * LEADING + 1.6);
  const table: Table = { label, figure: figureOf(label), labelLines, row, rowMost, shares };
  return { table, fitting: tight };
}

/** The same, a few steps smaller, but never too small to read: then texts end in an ellipsis. */
export function smaller(planned: Table, steps: number): Table {
  const label = Math.max(planned.label * 0.93 ** steps, Math.min(planned.label, LEAST));
  return { ...planned, label, labelLines: linesIn(planned.row, label) };
}

const linesIn = (row: number, label: number): number =>
  Math.max(1, Math.min(3, Math.floor((row / label - TIGHT) / LEADING)));
const figureOf = (label: number): number => Math.min(label, FIGURE);
const longestWord = (text: string, label: number): number => longest(text) * label;
