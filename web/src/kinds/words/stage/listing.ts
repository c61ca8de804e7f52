import type { Space } from '../../../stage/layout.ts';

/** All lengths are in rem, as in stage/layout.ts. */
export interface Listing {
  label: number;
  /** Height of a row. */
  row: number;
  columns: number;
  rows: number;
  pages: number;
}

/** Few words are large; nothing is smaller than the last. */
const LABELS = [3, 2.6, 2.2, 1.9, 1.65, 1.5, 1.4];
const ROW = 1.75;
/** A column has room for the longest words there may be. */
const COLUMN = 30;

/** The largest letters in which all terms are on one page, else the smallest, on several. */
export function arrangeList(count: number, { width, height }: Space, zoom = 1): Listing {
  const most = Math.max(1, Math.floor(width / COLUMN));
  let found: Listing | null = null;
  for (const step of LABELS) {
    const label = Math.max(LABELS.at(-1)!, step * zoom);
    const row = label * ROW;
    const rows = Math.max(1, Math.floor(height / row));
    for (let columns = 1; columns <= Math.min(most, 2); columns++) {
      const pages = Math.max(1, Math.ceil(count / (rows * columns)));
      const inColumn = Math.min(rows, Math.ceil(count / (columns * pages)));
      found = { label, row, columns, rows: Math.max(1, inColumn), pages };
      if (pages === 1) return found;
    }
  }
  return found!;
}
