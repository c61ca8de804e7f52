/** A point, from the middle of the frame. */
export interface Point {
  x: number;
  y: number;
}

/** A box around its middle. */
export interface Box extends Point {
  w: number;
  h: number;
}

/** Fractions are not exact: boxes that touch are apart. */
const TOUCH = 1e-9;

export const clear = (one: Box, other: Box): boolean =>
  Math.abs(one.x - other.x) >= (one.w + other.w) / 2 - TOUCH ||
  Math.abs(one.y - other.y) >= (one.h + other.h) / 2 - TOUCH;

/** Between two rows that are tried, in rem. */
const ROW = 0.4;

/**
 * Where a box may stand among those that are taken, as near to the middle as can be (of a frame that is wider than
 * high, so is the cloud). Rows are tried from the middle on, and in each the nearest gap is worked out.
 *
 * @param seed decides between places that are equally near
 */
export function nearestPlace(
  own: Box,
  taken: ReadonlyMap<string, Box>,
  { width, height }: { width: number; height: number },
  seed: string,
): Point | null {
  const [spanX, spanY] = [(width - own.w) / 2, (height - own.h) / 2];
  if (spanX < 0 || spanY < 0) return null;
  const turn = hash(seed);
  const right = (turn & 1) === 1 ? 1 : -1;
  const down = (turn & 2) === 2 ? 1 : -1;
  const boxes = [...taken.values()];
  let best: Point | null = null;
  let least = Infinity;
  const squash = (width / height) ** 2;
  for (let row = 0; row * ROW <= spanY + ROW; row++) {
    const far = Math.min(row * ROW, spanY);
    if (far * far * squash >= least) break;
    for (const y of row === 0 ? [0] : [far * down, -far * down]) {
      const x = nearest(own, y, boxes, spanX, right);
      if (x === null) continue;
      const distance = x * x + y * y * squash;
      if (distance < least - TOUCH) [best, least] = [{ x, y }, distance];
    }
  }
  return best;
}

/** Intervals of one row in which a box cannot stand, from and to in turn: kept, because rows are many. */
const blocked = new Float64Array(2 * 1024);

/** The free x of a row that is nearest to 0; null where there is none. */
function nearest(own: Box, y: number, boxes: readonly Box[], span: number, side: 1 | -1): number | null {
  let count = 0;
  let [low, high] = [0, 0];
  for (const other of boxes) {
    if (Math.abs(other.y - y) >= (own.h + other.h) / 2 - TOUCH) continue;
    const half = (own.w + other.w) / 2;
    const [from, to] = [other.x - half, other.x + half];
    if (from < -TOUCH && to > TOUCH) [low, high] = [Math.min(low, from), Math.max(high, to)];
    blocked[count++] = from;
    blocked[count++] = to;
  }
  if (low === high) return 0;
  // What covers 0 grows to both sides until there is a gap.
  for (let grown = true; grown;) {
    grown = false;
    for (let at = 0; at < count; at += 2) {
      const [from, to] = [blocked[at]!, blocked[at + 1]!];
      if (from < low && to > low + TOUCH) [low, grown] = [from, true];
      if (to > high && from < high - TOUCH) [high, grown] = [to, true];
    }
    if (-low > span && high > span) return null;
  }
  if (-low > span) return high;
  if (high > span || -low < high - TOUCH) return low;
  return side === 1 || high < -low - TOUCH ? high : low;
}

/** FNV-1a: the same for a text, always. */
export function hash(text: string): number {
  let found = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) found = Math.imul(found ^ text.charCodeAt(at), 0x01000193);
  return found >>> 0;
}
