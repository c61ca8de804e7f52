import { inflateRawSync } from 'node:zlib';

/**
 * Cells of a sheet by column name, as a spreadsheet program shows them: text as it stands, numbers as numbers, empty as
 * ''.
 */
export type SheetRow = Record<string, string | number>;

/** Reads sheets of which the first row names the columns. */
export function workbook(file: Buffer): (sheet: string) => SheetRow[] {
  const { rows } = sheets(file);
  return (name) => {
    const [head, ...below] = rows(name);
    return below.map((row) => Object.fromEntries([...head!].map(([column, title]) => [title, row.get(column) ?? ''])));
  };
}

/** Cells of a row by the letters of their column. */
export type Cells = Map<string, string | number>;

/** Reads a workbook as ECMA-376 has it, as far as cells go. A formula is an error: nobody asked for one. */
export function sheets(file: Buffer): { names: string[]; rows: (sheet: string) => Cells[] } {
  const parts = unzip(file);
  const part = (name: string): string => {
    const found = parts.get(name);
    if (!found) throw new Error(`The workbook has no ${name}, but ${[...parts.keys()].join(', ')}`);
    return found.toString('utf8');
  };
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) => words(si!));
  const targets = new Map(
    [...part('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\s([^>]*)>/g)].map(([, at]) => [
      attribute(at!, 'Id'),
      attribute(at!, 'Target'),
    ]),
  );
  const targetOf = new Map(
    [...part('xl/workbook.xml').matchAll(/<sheet\s([^>]*)>/g)].map(([, at]) => [
      attribute(at!, 'name'),
      targets.get(attribute(at!, 'r:id'))!,
    ]),
  );
  const rows = (name: string): Cells[] => {
    const target = targetOf.get(name);
    if (!target) throw new Error(`There is no sheet ${name}, but ${[...targetOf.keys()].join(', ')}`);
    const xml = part(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    if (/<f[\s>]/.test(xml)) throw new Error(`There is a formula in ${name}`);
    return [...xml.matchAll(/<row\s[^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row]) => cells(row ?? '', strings));
  };
  return { names: [...targetOf.keys()], rows };
}

function cells(row: string, strings: readonly string[]): Cells {
  const found = [...row.matchAll(/<c\s([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].filter(([, , inside]) => inside !== undefined);
  return new Map(
    found.map(([, at, inside]) => {
      const type = attribute(at!, 't');
      const value = /<v>(.*?)<\/v>/s.exec(inside!)?.[1] ?? '';
      const column = attribute(at!, 'r').replace(/\d+/, '');
      return [
        column,
        type === 's'
          ? strings[Number(value)]!
          : type === 'inlineStr'
            ? words(inside!)
            : type === 'str'
              ? unescape(value)
              : value === ''
                ? ''
                : Number(value),
      ];
    }),
  );
}

const attribute = (attributes: string, name: string): string =>
  unescape(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
/** The texts of a rich or plain string; `_x005F_` is how the format escapes its own escapes (ST_Xstring). */
const words = (xml: string): string =>
  [...xml.matchAll(/<t(?:\s[^>]*)?>(.*?)<\/t>/gs)]
    .map(([, text]) => unescape(text!))
    .join('')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const unescape = (xml: string): string =>
  xml.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (_, hex?: string, decimal?: string, name?: string) =>
    name ? named[name]! : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  );

/** Files of a ZIP by name, through its central directory (APPNOTE 4.3.12): sizes may be missing elsewhere. */
function unzip(file: Buffer): Map<string, Buffer> {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const found = new Map<string, Buffer>();
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size, nameLength, extra, comment, local] = [
      file.readUInt16LE(at + 10),
      file.readUInt32LE(at + 20),
      file.readUInt16LE(at + 28),
      file.readUInt16LE(at + 30),
      file.readUInt16LE(at + 32),
      file.readUInt32LE(at + 42),
    ];
    const begin = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const packed = file.subarray(begin, begin + size);
    found.set(file.toString('utf8', at + 46, at + 46 + nameLength), method === 8 ? inflateRawSync(packed) : packed);
    at += 46 + nameLength + extra + comment;
  }
  return found;
}
