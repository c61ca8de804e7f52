import { parseTable, type Table } from './table.ts';

/** Bytes a list may have. */
const MOST = 5_000_000;

/**
 * A file of rows. A workbook is read here, too, and not by the server: what somebody plans stays on their device until
 * they add it, and a damaged file costs nobody else anything. Its code comes with the first workbook.
 */
export async function readFile(file: File): Promise<Table> {
  if (file.size > MOST) throw new Error('The file is larger than 5 MB. Take out what is no question, and try again.');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const { readWorkbook } = await import('./xlsx.ts');
    return readWorkbook(bytes);
  }
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    throw new Error('This is a workbook of the old kind, or a protected one. Save it as .xlsx or CSV.');
  }
  return parseTable(decoded(bytes), file.name.toLowerCase().endsWith('.tsv') ? '\t' : null);
}

/** Spreadsheets save CSV as UTF-8 or in the code page of their country. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
