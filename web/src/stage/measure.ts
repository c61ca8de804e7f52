/**
 * How wide texts are in the stage's typeface, in sizes of its letters. Measured where the browser can; elsewhere (tests
 * without a screen) guessed for bold letters, wide scripts double.
 */
const WIDE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]|\p{Emoji_Presentation}/u;
const SCALE = 100;
/** Letters that are not bold are narrower than the guess. */
export type Weight = 400 | 600 | 700 | 800;

let pen: CanvasRenderingContext2D | null | undefined;
let family = '';
const known = new Map<string, number>();
/** The widths of what a text may be broken into: many sizes are tried of one text. */
const broken = new Map<string, readonly number[]>();

function context(): CanvasRenderingContext2D | null {
  if (pen === undefined && typeof document !== 'undefined') {
    pen = document.createElement('canvas').getContext('2d');
    family = getComputedStyle(document.documentElement).getPropertyValue('--font') || 'sans-serif';
  }
  return pen ?? null;
}

/** When other fonts came, everything is measured anew. */
export function measureAnew(): void {
  known.clear();
  broken.clear();
  pen = undefined;
}

export function textWidth(text: string, weight: Weight = 600): number {
  const key = `${weight} ${text}`;
  let width = known.get(key);
  if (width === undefined) known.set(key, (width = measured(text, weight)));
  return width;
}

function measured(text: string, weight: Weight): number {
  const on = context();
  if (!on) return [...text].reduce((sum, symbol) => sum + (WIDE.test(symbol) ? 1.05 : 0.6), 0);
  on.font = `${weight} ${SCALE}px ${family}`;
  return on.measureText(text).width / SCALE;
}

/** Lines a text takes in letters of `size`, broken between words, and within those that are too long for a line. */
export function lines(text: string, size: number, width: number, weight: Weight = 600): number {
  const room = width / size;
  const space = textWidth(' ', weight);
  let taken = 1;
  let used = 0;
  for (const wide of widths(text, weight)) {
    const next = used === 0 ? wide : used + space + wide;
    if (next <= room) {
      used = next;
      continue;
    }
    if (used > 0) taken++;
    const more = Math.max(0, Math.ceil(wide / room - 1e-9) - 1);
    taken += more;
    used = wide - more * room;
  }
  return taken;
}

/** A script without spaces may be broken after every symbol. */
const pieces = (word: string): string[] => (WIDE.test(word) ? [...word] : word === '' ? [] : [word]);

function widths(text: string, weight: Weight): readonly number[] {
  const key = `${weight} ${text}`;
  let all = broken.get(key);
  if (!all) {
    all = text
      .split(/\s+/)
      .flatMap(pieces)
      .map((piece) => textWidth(piece, weight));
    broken.set(key, all);
  }
  return all;
}

/** Width of the longest word. */
export const longestWord = (text: string, weight: Weight = 600): number => Math.max(0, ...widths(text, weight));
