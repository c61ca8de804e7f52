import { columnName, parseTable, type Table } from './table.ts';

/** One activity of a list, as it stands there. */
export interface Entry {
  /** From 1, as a spreadsheet or an editor counts. */
  row: number;
  /** The word for its kind; empty where there is none. */
  kind: string;
  question: string;
  options: { text: string; where: string }[];
  /** Where kind and question stand: “row 3, column A”. */
  places: { kind: string; question: string };
}

/** Words that head a column, in whatever case. */
const HEADS = {
  kind: /^(kind|type|activity)$/i,
  question: /^(question|title|text|prompt)s?$/i,
  option: /^(option|answer|choice|item|statement)s?\s*\d*$/i,
};

/**
 * A list that was pasted: cells from a spreadsheet, where there are tabs or a line that heads columns; else text, a
 * question and its options each on a line of its own, and an empty line before the next question.
 *
 * @param isKind whether a word names a kind of activity
 */
export function readList(text: string, isKind: (word: string) => boolean): Entry[] {
  const table = parseTable(text);
  return text.includes('\t') || columnsOf(table[0] ?? []) ? ofTable(table, isKind) : ofText(text);
}

interface Columns {
  kind: number | null;
  question: number;
  options: number[];
}

/** By the words of a first line; null: it is no such line. */
function columnsOf(head: readonly string[]): Columns | null {
  const at = (pattern: RegExp) => head.findIndex((cell) => pattern.test(cell.trim()));
  const question = at(HEADS.question);
  if (question < 0) return null;
  const kind = at(HEADS.kind);
  const options = head.flatMap((cell, index) => (HEADS.option.test(cell.trim()) ? [index] : []));
  if (kind < 0 && options.length === 0) return null;
  return { kind: kind < 0 ? null : kind, question, options };
}

/** Cells of a spreadsheet: in the first row the words that head its columns, or none. */
export function ofTable(table: Table, isKind: (word: string) => boolean): Entry[] {
  const rows = table.map((cells, index) => ({ cells, row: index + 1 })).filter(({ cells }) => cells.some(written));
  const headed = columnsOf(rows[0]?.cells ?? []);
  if (headed) rows.shift();
  const first = rows.some(({ cells }) => isKind(cells[0] ?? '')) ? 1 : 0;
  return rows.map(({ cells, row }) => {
    const columns = headed ?? { kind: first === 1 ? 0 : null, question: first, options: [] };
    const last = columns.options.at(-1) ?? columns.question;
    // What stands right of the last column that is headed is an option, too.
    const rest = cells.flatMap((_, index) => (index > Math.max(last, columns.question) ? [index] : []));
    const where = (column: number) => `row ${row}, column ${columnName(column)}`;
    return {
      row,
      kind: columns.kind === null ? '' : (cells[columns.kind] ?? '').trim(),
      question: cells[columns.question] ?? '',
      options: [...columns.options, ...rest]
        .filter((column) => column !== columns.kind)
        .flatMap((column) => options(cells[column] ?? '').map((text) => ({ text, where: where(column) }))),
      places: { kind: where(columns.kind ?? 0), question: where(columns.question) },
    };
  });
}

const written = (cell: string) => cell.trim() !== '';

/** A cell may hold several, one a line. */
const options = (cell: string): string[] => cell.split(/\r?\n/).map(bare).filter(written);

/** A number or mark before an item of a list is not part of it. */
const bare = (line: string) => line.replace(/^\s*(?:[-–•*·]|(?:\d{1,2}|[a-zA-Z])[.)])\s+/, '').trim();

function ofText(text: string): Entry[] {
  const entries: Entry[] = [];
  let begun = false;
  text.split(/\r?\n/).forEach((line, index) => {
    if (!written(line)) return void (begun = false);
    const where = `line ${index + 1}`;
    if (begun) entries.at(-1)!.options.push({ text: bare(line), where });
    else {
      entries.push({
        row: index + 1,
        kind: '',
        question: bare(line),
        options: [],
        places: { kind: where, question: where },
      });
    }
    begun = true;
  });
  return entries;
}
