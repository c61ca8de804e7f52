// @vitest-environment happy-dom
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readFile } from './read.ts';
import { readWorkbook } from './xlsx.ts';

const relations = '<Relationships><Relationship Id="r7" Target="worksheets/sheet2.xml"/></Relationships>';
const sheet = `<worksheet><sheetData>
  <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Pay &amp; time</t></is></c></row>
  <row r="3"><c r="A3"><v>42</v></c><c r="B3" t="str"><f>1+1</f><v>two</v></c></row>
</sheetData></worksheet>`;
const workbook = (parts: Record<string, string> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="r7"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': relations,
        'xl/sharedStrings.xml': '<sst><si><r><t>What </t></r><r><t>first?</t></r><rPh><t>no</t></rPh></si></sst>',
        'xl/worksheets/sheet2.xml': sheet,
        ...parts,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  );

test('the first sheet of a workbook is read as it is seen, with its empty rows and cells', () => {
  expect(readWorkbook(workbook())).toEqual([['What first?', '', 'Pay & time'], [], ['42', 'two']]);
});

test('what is no workbook is refused with what to do', async () => {
  const file = (bytes: Uint8Array) => new File([new Uint8Array(bytes)], 'a.xlsx');
  await expect(readFile(file(strToU8('PK and no more')))).rejects.toThrow(
    /no workbook, or it is protected. Save it as CSV/,
  );
  await expect(readFile(file(new Uint8Array([0xd0, 0xcf, 0x11])))).rejects.toThrow(/Save it as .xlsx or CSV/);
  expect(() => readWorkbook(zipSync({ 'word/document.xml': strToU8('<a/>') }))).toThrow(/no workbook that can be read/);
});

test('CSV in the code page of a spreadsheet keeps its letters', async () => {
  const latin = new Uint8Array([0x43, 0x61, 0x66, 0xe9, 0x3b, 0x62]);
  expect(await readFile(new File([latin], 'a.csv'))).toEqual([['Café', 'b']]);
});
