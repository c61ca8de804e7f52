import { lines, textWidth, type Space } from '../../../stage/layout.ts';

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
}

/** From the back of a room nothing below the last can be read. */
const LABELS = [3.4, 3, 2.7, 2.4, 2.15, 1.95, 1.8, 1.65, 1.5, 1.4, 1.3, 1.2, 1.1, 1, 0.9];
const LEADING = 1.2;
/** Height of a row beside its label, in label sizes: airy, and when there is no other way. */
const AIRY = 0.75;
const TIGHT = 0.08;
/** Below this nothing is made for the sake of long texts. */
const LEAST = 1.3;
/** Below this a room does not like to read; air goes first. */
const COMFORTABLE = 1.8;

/** Figures larger than that take the room of words. */
const FIGURE = 2.2;
/** Widths beside label and bars, in sizes of figures: place, mean, share with its count, and the gaps. */
const FIXED = 15;
/** The label's part of what is left, as ScoreTable.svelte has it. */
const LABEL_PART = 0.5;

/** Room for the head of the table and for what is said below it, in rem. */
export const AROUND_TABLE = 6;

/** The sizes at which every option of a ranking stands in a row of its own. `room`: the middle of the stage. */
export function arrangeTable(options: readonly string[], room: Space, zoom = 1): Table {
  const row = (room.height - AROUND_TABLE) / options.length;
  const fits = (beside: number) => (label: number) =>
    options.every(
      (text) =>
        longestWord(text, label) <= widthOf(label, room) &&
        label * (taken(text, label, room) * LEADING + beside) <= row,
    );
  const least = LABELS[LABELS.length - 1]!;
  const airy = LABELS.find(fits(AIRY)) ?? least;
  const tight = LABELS.find(fits(TIGHT)) ?? least;
  const comfortable = Math.max(airy, Math.min(tight, COMFORTABLE));
  // Texts that are too long for any of them end in an ellipsis; one line must always fit.
  const oneLine = row / (LEADING + TIGHT);
  const label = Math.min(
    Math.max(comfortable, Math.min(LEAST, oneLine)) * zoom,
    Math.max(tight, Math.min(LEAST, oneLine)),
  );
  const labelLines = linesIn(row, label);
  const most = Math.max(...options.map((text) => Math.min(labelLines, taken(text, label, room))));
  return { label, figure: figureOf(label), labelLines, row, rowMost: label * (most * LEADING + 1.6) };
}

/** The same, a few steps smaller, but never too small to read: then texts end in an ellipsis. */
export function smaller(planned: Table, steps: number): Table {
  const label = Math.max(planned.label * 0.93 ** steps, Math.min(planned.label, LEAST));
  return { ...planned, label, labelLines: linesIn(planned.row, label) };
}

const linesIn = (row: number, label: number): number =>
  Math.max(1, Math.min(3, Math.floor((row / label - TIGHT) / LEADING)));
const figureOf = (label: number): number => Math.min(label, FIGURE);
const widthOf = (label: number, room: Space): number => (room.width - FIXED * figureOf(label)) * LABEL_PART;
const taken = (text: string, label: number, room: Space): number => lines(text, label, widthOf(label, room));
const longestWord = (text: string, label: number): number => Math.max(...text.split(' ').map(textWidth)) * label;
