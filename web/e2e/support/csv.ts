/** RFC 4180, as a spreadsheet reads it: quotes doubled inside quotes, CRLF between rows. Rows by column name. */
export function parseCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const c = text[at]!;
    if (quoted && c === '"' && text[at + 1] === '"') cell += text[++at];
    else if (c === '"') quoted = !quoted;
    else if (!quoted && c === ',') rows.at(-1)!.push(take());
    else if (!quoted && c === '\r' && text[at + 1] === '\n') {
      rows.at(-1)!.push(take());
      rows.push([]);
      at++;
    } else cell += c;
  }
  if (cell !== '' || rows.at(-1)!.length > 0) rows.at(-1)!.push(take());
  const [head, ...body] = rows.filter((row) => row.length > 0);
  return body.map((row) => Object.fromEntries(head!.map((name, index) => [name, row[index] ?? ''])));

  function take(): string {
    const whole = cell;
    cell = '';
    return whole;
  }
}
