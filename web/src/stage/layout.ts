/** All lengths are in rem, which grows with the screen (tokens.css): a 16:9 screen is 96 wide and 54 high. */
export interface Space {
  width: number;
  height: number;
}

export interface Arrangement {
  /** Font size of the question, and how many lines it may take. */
  question: number;
  questionLines: number;
  columns: 1 | 2;
  /** Options in a column. */
  rows: number;
  /** Font size of an option and how many lines it may take. */
  label: number;
  labelLines: number;
  /** Height of a bar, 0 where none are shown. */
  bar: number;
  /** Height there is for a row. */
  row: number;
  /** The most a row may be high: few options don't drift apart. */
  rowMost: number;
}

export interface Content {
  question: string;
  options: readonly string[];
  /** Bars and numbers are shown; else the options alone, with a band below that says why. */
  bars: boolean;
}

const MARGIN = 4.6;
const COLUMN_GAP = 4.6;
/** Padding, the line above the question, the footer and the gaps between them. */
const AROUND = 17;
const BAND = 9;
const QUESTIONS = [3.8, 3.3, 2.8, 2.4, 2.1];
/** A short question above few options. */
const GRAND = [5, 4.2];
const LEAST = 0.8;
const LABELS = [3.8, 3.5, 3, 2.6, 2.3, 2.05, 1.85, 1.65, 1.5, 1.35, 1.2, 1.1, 1];
/** Below this a room does not like to read; the question gives way first. */
const COMFORTABLE = 1.7;
const QUESTION_LEADING = 1.18;
const LABEL_LEADING = 1.2;
/** Height of a row beside its label, in label sizes: airy, and when there is no other way. */
const AIRY = 1.55;
const TIGHT = 0.95;

/** Width of a text in its own font size: a guess that suits bold system fonts; wide scripts count double. */
export function textWidth(text: string): number {
  let width = 0;
  for (const symbol of text) {
    width += /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]|\p{Emoji_Presentation}/u.test(symbol)
      ? 1.05
      : 0.6;
  }
  return width;
}

/** Lines a text takes when broken between words. */
export function lines(text: string, size: number, width: number): number {
  const full = (textWidth(text) * size) / width;
  return full <= 1 ? 1 : Math.ceil(full * 1.08);
}

/** The sizes at which question and options fill the screen without ever leaving it. `zoom` 1 is as designed. */
export function arrange(content: Content, space: Space, zoom = 1): Arrangement {
  let best: Arrangement | null = null;
  const grand =
    content.options.length > 3
      ? undefined
      : GRAND.find((step) => lines(content.question, step * zoom, space.width - 2 * MARGIN) === 1);
  for (const step of grand ? [grand] : QUESTIONS) {
    const last = step === QUESTIONS[QUESTIONS.length - 1];
    const question = last ? step * Math.min(zoom, 1) : step * zoom;
    const taken = lines(content.question, question, space.width - 2 * MARGIN);
    const height = taken * question * QUESTION_LEADING;
    if (height > space.height * 0.3 && !last) continue;
    const room = {
      width: space.width - 2 * MARGIN,
      height: space.height - AROUND - (content.bars ? 0 : BAND) - height,
    };
    const options = arrangeOptions(content, room, zoom);
    if (!best || options.label > best.label * 1.05) best = { question, questionLines: taken + 1, ...options };
    if (best.label >= COMFORTABLE * Math.min(zoom, 1)) break;
  }
  return best!;
}

type Options = Omit<Arrangement, 'question' | 'questionLines'>;

function arrangeOptions(content: Content, room: Space, zoom: number): Options {
  const one = inColumns(1, content, room, zoom);
  if (one.label >= COMFORTABLE * Math.min(zoom, 1) || content.options.length < 4) return one;
  const two = inColumns(2, content, room, zoom);
  return two.label > one.label || one.label <= LABELS[LABELS.length - 1]! ? two : one;
}

function inColumns(columns: 1 | 2, content: Content, room: Space, zoom: number): Options {
  const rows = Math.max(1, Math.ceil(content.options.length / columns));
  const height = room.height / rows;
  const width = (room.width - COLUMN_GAP * (columns - 1)) / columns;
  const airy = largest(content, width, height, AIRY);
  const tight = largest(content, width, height, TIGHT);
  const label = Math.min(
    Math.max(airy, Math.min(tight, COMFORTABLE)) * zoom,
    Math.max(tight, LABELS[LABELS.length - 1]!),
  );
  const wanted = Math.max(1, ...content.options.map((text) => needed(content, text, label, width)));
  const labelLines = linesIn(height, label);
  const taken = Math.min(wanted, labelLines);
  const spare = height - taken * label * LABEL_LEADING;
  return {
    columns,
    rows,
    label,
    labelLines,
    row: height,
    bar: content.bars ? Math.min(Math.max(spare * 0.5, label * 0.3), label * 1.1) : 0,
    rowMost: label * (taken * LABEL_LEADING + (content.bars ? 2.6 : 1.5)),
  };
}

/** The largest label that lets every option stand in its row. */
function largest(content: Content, width: number, height: number, beside: number): number {
  const around = content.bars ? beside : beside * 0.55;
  const most = content.options.length > 6 ? 3 : 4;
  const fits = (size: number) =>
    content.options.every((text) => {
      const taken = needed(content, text, size, width);
      return taken <= most && size * (taken * LABEL_LEADING + around) <= height;
    });
  return LABELS.find(fits) ?? LABELS[LABELS.length - 1]!;
}

/** Beside the label stands its share: "100% (1234)", and "Leading". */
function needed(content: Content, text: string, size: number, width: number): number {
  return lines(text, size, width - (content.bars ? 9 * size : 2 * size));
}

/** Sizes of the join screen: the code as large as the screen bears, name and address on as few lines as they need. */
export function joinSizes(
  name: string,
  host: string,
  code: string,
  space: Space,
  zoom = 1,
): { qr: number; name: number; host: number; code: number } {
  const qr = Math.min((space.height - 24) * 0.98, space.width * 0.36);
  const width = space.width - 2 * MARGIN - 4 - qr;
  const names = QUESTIONS.map((step) => Math.min(step * zoom, step + 1));
  return {
    qr,
    name:
      names.find((size) => lines(name, size, space.width - 2 * MARGIN) <= 1) ??
      names.find((size) => lines(name, size, space.width - 2 * MARGIN) <= 2) ??
      2.1,
    // On one line, or larger on two where one would make it small.
    host: Math.max(
      1.6,
      Math.min(4.2 * zoom, width / (host.length * 0.68)),
      Math.min(2.7, width / (host.length * 0.44)),
    ),
    code: Math.min(9.5 * zoom, width / (code.length * 0.82)),
  };
}

/** Font size of the join line in the footer. */
export const footHost = (host: string, space: Space): number =>
  Math.max(1, Math.min(1.75, ((space.width - 2 * MARGIN) * 0.44) / ((host.length + 16) * 0.6)));

/**
 * The same arrangement, a few steps smaller, but never too small to read: then texts end in an ellipsis. `row`: the
 * height found.
 */
export function squeezed(planned: Arrangement, steps: number, row = planned.row): Arrangement {
  const factor = 0.93 ** steps;
  const label = Math.max(planned.label * factor, Math.min(planned.label, LEAST));
  return {
    ...planned,
    question: planned.question * factor,
    label,
    labelLines: linesIn(Math.max(row, planned.row), label),
    bar: planned.bar * factor,
  };
}

const linesIn = (row: number, label: number): number =>
  Math.max(1, Math.min(4, Math.floor((row - TIGHT * label) / (label * LABEL_LEADING))));
