import { strFromU8, unzipSync } from 'fflate';
import type { Table } from './table.ts';

/** What a part of a workbook may have, in bytes: a run order is far smaller. */
const MOST = 20_000_000;

/** The first sheet of a workbook (ECMA-376), its cells as texts. Throws an Error with words for people. */
export function readWorkbook(bytes: Uint8Array): Table {
  const parts = unzipped(bytes);
  const part = (name: string): Document | null => {
    const found = parts[name];
    return found ? new DOMParser().parseFromString(strFromU8(found), 'application/xml') : null;
  };
  const sheet = part(firstSheet(part('xl/workbook.xml'), part('xl/_rels/workbook.xml.rels')));
  if (!sheet) {
    throw new Error('This is no workbook that can be read. Save it as CSV, or copy its cells and paste them.');
  }
  const shared = [...(part('xl/sharedStrings.xml')?.getElementsByTagName('si') ?? [])].map(textOf);
  const table: Table = [];
  for (const row of sheet.getElementsByTagName('row')) {
    const at = Number(row.getAttribute('r') ?? table.length + 1) - 1;
    while (table.length < at) table.push([]);
    const cells: string[] = [];
    for (const cell of row.getElementsByTagName('c')) {
      const column = columnOf(cell.getAttribute('r') ?? '') ?? cells.length;
      while (cells.length < column) cells.push('');
      cells[column] = valueOf(cell, shared);
    }
    table[at] = cells;
  }
  return table;
}

function unzipped(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => /^xl\/.*\.(xml|rels)$/.test(name) && originalSize < MOST,
    });
  } catch {
    throw new Error('This file is no workbook, or it is protected. Save it as CSV, or copy its cells and paste them.');
  }
}

function firstSheet(workbook: Document | null, relations: Document | null): string {
  const sheet = workbook?.getElementsByTagName('sheet')[0];
  const id = sheet?.getAttribute('r:id');
  const relation = [...(relations?.getElementsByTagName('Relationship') ?? [])].find(
    (each) => each.getAttribute('Id') === id,
  );
  const target = relation?.getAttribute('Target') ?? 'worksheets/sheet1.xml';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** Without readings that stand above a text. */
const textOf = (within: Element): string =>
  [...within.getElementsByTagName('t')]
    .filter((text) => text.parentElement?.localName !== 'rPh')
    .map((text) => text.textContent ?? '')
    .join('');

function valueOf(cell: Element, shared: readonly string[]): string {
  if (cell.getAttribute('t') === 'inlineStr') return textOf(cell);
  const value = cell.getElementsByTagName('v')[0]?.textContent ?? '';
  return cell.getAttribute('t') === 's' ? (shared[Number(value)] ?? '') : value;
}

/** From 0; null where the cell does not say. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
