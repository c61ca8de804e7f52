import { lines, longestWord, textWidth } from './measure.ts';

/** All lengths are in rem, 20 px at 1080p: a 16:9 screen is 96 wide and 54 high, whatever its size. */
export interface Space {
  width: number;
  height: number;
  /** Taken at the right edge, from under the head to above the foot, for what is beside the run order. */
  lane?: number;
}

/** The foot gives way before letters get too small: with QR code, with a smaller one, and the code alone on a line. */
export type Foot = 'full' | 'small' | 'line';

export interface Arrangement {
  /** Font size of the question, and how many lines it may take. */
  question: number;
  questionLines: number;
  columns: number;
  /** Options in a column of a page. */
  rows: number;
  /** What does not fit on one page in letters that can be read stands on several. */
  pages: number;
  /** Font sizes of an option, its share and its count. */
  label: number;
  figure: number;
  count: number;
  /** Height of a bar and what is between it and its label; 0 where none are shown. */
  bar: number;
  gap: number;
  /** Padding of a tile; 0 with bars. */
  pad: number;
  foot: Foot;
  /** The middle of the stage. */
  room: Space;
}

export interface Content {
  question: string;
  options: readonly string[];
  /** Bars and numbers are shown; else the options as tiles. */
  bars: boolean;
}

/** Nothing on a stage is smaller: 28 px at 1080p. */
export const LEAST = 1.4;
export const MARGIN = 4.8;
/** Taken by the lane and what keeps words away from it: 128 and 32 px. */
export const LANE = 8;
/** Between two columns. */
export const GUTTER = 3.2;
const FEET: Record<Foot, number> = { full: 8.4, small: 5.6, line: 3 };
/** Padding above the head, the head, and what is between it, the question, the middle and the foot. */
const AROUND = 2.4 + 2.4 + 0.6 + 1 + 0.8;
/** One line, two, three, and for what is longer: 80, 72, 56, 48, 42 px. */
const QUESTIONS = [4, 3.6, 2.8, 2.4, 2.1, 1.8];
const DENSE = 2;
const QUESTION_LEADING = 1.12;
export const LABEL_LEADING = 1.16;
/** Weight of an option that leads: wider than the others, so every option has the room for it. */
const LEADER = 800;
/** Beyond it a column of rows gets too long for one glance. */
const ONE_COLUMN = 10;
/** Below this a room does not like to read; the question gives way first. */
const COMFORTABLE = 1.9;
const STEP = 0.96;

/** What stands beside the middle. */
export const contentWidth = (space: Space): number => space.width - 2 * MARGIN - (space.lane ?? 0);

/** The largest a label gets: few options are grand. */
const MOST: readonly number[] = [5, 5, 4.2, 3.4, 2.9, 2.5, 2.2];
const most = (options: number): number => MOST[Math.min(options, MOST.length - 1)]!;

interface Row {
  label: number;
  figure: number;
  count: number;
  bar: number;
  gap: number;
  /** Least distance to the next row. */
  below: number;
}

/** From here on a row is set like a headline. */
const GRAND = 3;

/** A row whose label is so large. */
function row(label: number, columns: number): Row {
  const grand = label > GRAND;
  const two = columns > 1;
  return {
    label,
    figure: label * (grand ? 1.3 : two ? 1.07 : 1.2),
    count: Math.max(LEAST, label * (grand ? 0.67 : two ? 0.88 : 0.82)),
    bar: label * (grand ? 0.72 : two ? 0.4 : 0.58),
    gap: grand ? label * 0.1 : 0.15,
    below: Math.max(0.5, label * (two ? 0.42 : 0.5)),
  };
}

/** Width beside a label: "Leading", "100%" and a count. */
export const beside = ({ label, figure, count }: Pick<Row, 'label' | 'figure' | 'count'>, columns: number): number =>
  markSize(label) * (columns > 1 ? 4.3 : 5.4) + figure * 2.95 + count * 3.1;
export const markSize = (label: number): number => Math.max(LEAST, label * (label > GRAND ? 0.44 : 0.66));

/** The sizes at which question and options fill the screen without ever leaving it. `zoom` 1 is as designed. */
export function arrange(content: Content, space: Space, zoom = 1, slack = 0): Arrangement {
  let best: Arrangement | null = null;
  const plain = zoom > 1 ? arrange(content, space, 1, slack) : null;
  for (const [index, step] of QUESTIONS.entries()) {
    if (content.options.length > ONE_COLUMN && index < DENSE) continue;
    const last = index === QUESTIONS.length - 1;
    const question = Math.max(LEAST, last ? step * Math.min(zoom, 1) : step * zoom);
    if (plain && best?.pages === 1 && question < plain.question) break;
    const taken = lines(content.question, question, contentWidth(space), 800);
    if (!last && taken > Math.max(1, index + 1)) continue;
    const found = { question, questionLines: taken, ...middle(content, space, zoom, slack, question * taken) };
    if (!best || better(found, best)) best = found;
    if (best.pages === 1 && best.label >= COMFORTABLE * zoom) break;
  }
  // Larger letters make nothing smaller: where a larger question would take the room of the options, it stays.
  if (plain && (best!.label < plain.label * 0.9 || best!.question < plain.question)) {
    const { question, questionLines } = plain;
    best = { question, questionLines, ...middle(content, space, zoom, slack, question * questionLines) };
  }
  return best!;
}

const better = (one: Arrangement, other: Arrangement): boolean =>
  one.pages < other.pages || (one.pages === other.pages && one.label > other.label * 1.08);

type Middle = Omit<Arrangement, 'question' | 'questionLines'>;

function middle(content: Content, space: Space, zoom: number, slack: number, question: number): Middle {
  const dense = content.options.length > ONE_COLUMN;
  const feet: Foot[] = dense ? ['small', 'line'] : ['full', 'small', 'line'];
  let found: Middle | null = null;
  for (const foot of feet) {
    const height = space.height - AROUND - question * QUESTION_LEADING - FEET[foot] - slack;
    const room = { width: contentWidth(space), height: Math.max(4, height) };
    const next = {
      ...(content.bars ? rows(content.options, room, zoom) : tiles(content.options, room, zoom)),
      foot,
      room,
    };
    if (!found || next.pages < found.pages) found = next;
    if (found.pages === 1) break;
  }
  return found!;
}

type Options = Omit<Middle, 'foot' | 'room'>;

function rows(options: readonly string[], room: Space, zoom: number): Options {
  for (const columns of options.length > ONE_COLUMN ? [2, 1] : [1, 2]) {
    const inColumn = Math.ceil(options.length / columns);
    for (let label = Math.max(LEAST, most(options.length) * zoom); ; label = Math.max(LEAST, label * STEP)) {
      const tall = heights(options, room.width, columns, label);
      if (stacked(tall, inColumn) <= room.height) return { ...sizes(label, columns), rows: inColumn, pages: 1 };
      if (label === LEAST) break;
    }
  }
  return [1, 2].map((columns) => paged(options, room, columns)).reduce((a, b) => (b.pages < a.pages ? b : a));
}

/** As many on each page as fit in the smallest letters, the same on each. */
function paged(options: readonly string[], room: Space, columns: number): Options {
  const tall = heights(options, room.width, columns, LEAST);
  let inColumn = Math.ceil(options.length / columns);
  while (inColumn > 1 && stacked(tall, inColumn) > room.height) inColumn--;
  const pages = Math.ceil(options.length / (inColumn * columns));
  return { ...sizes(LEAST, columns), rows: Math.ceil(options.length / pages / columns), pages };
}

const sizes = (label: number, columns: number) => ({ ...row(label, columns), columns, pad: 0 });

/** Of every option, the tallest first: whatever order they stand in, a column is never higher. Any may come to lead. */
function heights(options: readonly string[], width: number, columns: number, label: number): number[] {
  const sizes = row(label, columns);
  const own = (width - GUTTER * (columns - 1)) / columns - beside(sizes, columns);
  return options
    .map(
      (text) => Math.max(lines(text, label, own, LEADER) * label * LABEL_LEADING, sizes.figure * 1.06) + around(sizes),
    )
    .sort((a, b) => b - a);
}
const around = ({ gap, bar, below }: Row): number => gap + bar + below;
const stacked = (tall: readonly number[], count: number): number =>
  tall.slice(0, count).reduce((sum, height) => sum + height, 0);

/** Options alone use the room of the result: tiles, in the fewest columns that give the largest letters. */
function tiles(options: readonly string[], room: Space, zoom: number): Options {
  const count = Math.max(1, options.length);
  const plain = { figure: 0, count: 0, bar: 0, gap: 0 };
  let best: Options | null = null;
  for (const columns of [1, 2, 3, 4]) {
    const inColumn = Math.ceil(count / columns);
    if (columns > 1 && Math.ceil(count / inColumn) < columns) continue;
    const [width, height] = [
      (room.width - TILE_GAP * (columns - 1)) / columns,
      (room.height - TILE_GAP * (inColumn - 1)) / inColumn,
    ];
    const label = largestIn(options, width, height, Math.max(LEAST, (most(count) + 0.6) * zoom));
    if (label !== null && (!best || label > best.label * 1.1)) {
      best = { ...plain, label, columns, rows: inColumn, pages: 1, pad: label * 0.6 };
    }
  }
  return best ?? { ...paged(options, room, 2), ...plain, pad: LEAST * 0.5 };
}
export const TILE_GAP = 0.9;

function largestIn(options: readonly string[], width: number, height: number, from: number): number | null {
  for (let label = from; ; label = Math.max(LEAST, label * STEP)) {
    const fits = options.every((text) => {
      const own = width - 2.2 * label;
      if (label > LEAST * 1.2 && longestWord(text) * label > own) {
        return false;
      }
      return lines(text, label, own) * label * LABEL_LEADING + label * 0.9 <= height;
    });
    if (fits) return label;
    if (label === LEAST) return null;
  }
}

/** Sizes of the join screen: the code as large as the screen bears, name and address on as few lines as they need. */
export function joinSizes(
  name: string,
  host: string,
  code: string,
  space: Space,
  zoom = 1,
): { qr: number; name: number; host: number; code: number } {
  const inner = contentWidth(space);
  const qr = Math.min((space.height - 21) * 0.92, space.width * 0.34);
  const width = inner - 4 - qr;
  const names = [2, 1.8, 1.6].map((step) => Math.max(LEAST, step * zoom));
  return {
    qr,
    name: names.find((size) => lines(name, size, inner * 0.8, 700) <= 1) ?? names.at(-1)!,
    // On one line, or larger on two where one would make it small.
    host: Math.max(
      1.6,
      Math.min(4.6 * zoom, width / Math.max(1, textWidth(host, 700))),
      Math.min(2.7, width / (host.length * 0.44)),
    ),
    code: Math.min(8.4 * zoom, width / (textWidth(code, 800) + code.length * 0.05)),
  };
}

/** Font size of the join line in the foot, beside which numbers stand. */
export const footHost = (host: string, space: Space): number =>
  Math.max(1, Math.min(1.5, ((space.width - 2 * MARGIN) * 0.44) / (textWidth(`Go to ${host} and enter`) || 1)));
