/** Rows of cells as a spreadsheet copies or saves them (RFC 4180, with whatever separates its cells). */
export type Table = string[][];

/** @param separator null: found from the first line, as spreadsheets save with commas, semicolons or tabs */
export function parseTable(text: string, separator: string | null = null): Table {
  const source = text.replace(/^\ufeff/, '');
  const cut = separator ?? separatorOf(source);
  const rows: Table = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < source.length; at++) {
    const symbol = source[at]!;
    if (quoted) {
      if (symbol !== '"') cell += symbol;
      else if (source[at + 1] === '"') cell += source[++at];
      else quoted = false;
    } else if (symbol === '"' && cell === '') quoted = true;
    else if (symbol === cut) {
      row.push(cell);
      cell = '';
    } else if (symbol === '\n' || symbol === '\r') {
      if (symbol === '\r' && source[at + 1] === '\n') at++;
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
    } else cell += symbol;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}

/** Of tab, semicolon and comma the one that the first line has most of, outside quotes. */
export function separatorOf(text: string): string {
  const line = (/^[^\n\r]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const often = (symbol: string) => line.split(symbol).length;
  return ['\t', ';', ','].reduce((best, symbol) => (often(symbol) > often(best) ? symbol : best));
}

/** What a spreadsheet calls a column: A to Z, AA and on. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
