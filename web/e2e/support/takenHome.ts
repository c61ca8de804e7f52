import { beside } from '../../src/protocol/activity.ts';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { parseCsv } from './csv.ts';
import type { Desk } from './desk.ts';
import type { Entry, Ledger } from './ledger.ts';
import { workbook } from './xlsx.ts';
import { toPlace } from './places.ts';

interface Home {
  desk: Desk;
  /** Of an organiser, in front of the event. */
  page: Page;
  ledger: Ledger;
  /** Texts that the room never saw. */
  hidden: readonly string[];
  /** The minute in which all began, since 1970-01-01T00:00Z. */
  began: number;
}

interface FileItem {
  id: string;
  number: number | null;
  text: string | null;
  name: string | null;
  state: string;
  reason: string | null;
  note: string | null;
  labels: string[];
  upvotes: number;
  raw: number | null;
  asked: string;
  published: string | null;
  answered: string | null;
  answer: string | null;
  how: string | null;
  mergedInto: string | null;
  original: string | null;
}

/** Takes every file of questions home through the menu, and finds in each what the ledger says, and nothing else. */
export async function agreesWithFiles({ desk, page, ledger, hidden, began }: Home): Promise<void> {
  const qa = beside(desk.state, 'qa')!;
  const { check, names, maxLength, perPerson, openCounts } = qa;
  await desk.run({
    type: 'editQuestions',
    room: desk.room,
    rev: qa.rev,
    settings: { state: 'locked', check, names, maxLength, perPerson, openCounts },
  });
  const file = await download(page, 'Questions (JSON)');
  const {
    format,
    results: [room],
  } = JSON.parse(file.toString('utf8')) as {
    format: string;
    results: { state: string; totals: Record<string, number>; items: FileItem[] }[];
  };
  expect([format, room!.state]).toEqual(['plenary-results', 'locked']);
  const items = room!.items;
  const idOf = (entry: Entry | null) =>
    items.find(({ number, text }) => (entry?.n ? number === entry.n : text === entry?.text))?.id ?? null;
  const gone = (entry: Entry) => entry.state === 'withdrawn';
  const upvotes = (entry: Entry) => (entry.into ? ledger.raw(entry) : ledger.union(entry));
  const order = [...ledger.entries].sort((a, b) => (a.n ?? Infinity) - (b.n ?? Infinity));
  const known = items.map(({ id, asked, published, answered, ...rest }) => rest);
  const expected = order.map((entry) => ({
    number: entry.n,
    text: gone(entry) ? null : entry.text,
    name: gone(entry) ? null : entry.name,
    state: entry.state,
    reason: entry.reason,
    note: entry.note,
    labels: entry.labels,
    upvotes: upvotes(entry),
    raw: ledger.raw(entry),
    answer: entry.answer,
    how: entry.how,
    mergedInto: entry.into && idOf(entry.into),
    original: null,
  }));
  const byText = (a: { text: string | null; number: number | null }, b: typeof a) =>
    (a.number ?? 99) - (b.number ?? 99) || (a.text ?? '').localeCompare(b.text ?? '');
  expect([...known].sort(byText)).toEqual(expected.sort(byText));
  expect(new Set(items.map(({ id }) => id)).size).toBe(ledger.entries.length);
  for (const item of items) timesFit(item, began);
  const count = (...states: Entry['state'][]) => ledger.in(...states).length;
  expect(room!.totals).toEqual({
    received: ledger.entries.length,
    approved: ledger.entries.filter(({ n }) => n !== null).length,
    waiting: count('waiting'),
    published: count('published'),
    live: count('live'),
    answered: count('answered'),
    declined: count('declined'),
    merged: count('merged'),
    archived: count('archived'),
    withdrawn: count('withdrawn'),
  });

  // The same in rows, where only the form differs: what would be run as a formula gets an apostrophe in CSV, and none
  // in the workbook.
  const rows = items.map((item) => ({
    room: desk.state.room.name,
    number: item.number ?? '',
    question: item.text ?? '',
    state: item.state,
    reason: item.reason ?? '',
    labels: item.labels.join('; '),
    upvotes: item.upvotes,
    asked: item.asked,
    published: item.published ?? '',
    answered: item.answered ?? '',
    answer: item.answer ?? '',
    how: item.how ?? '',
    name: item.name ?? '',
    merged_into: String(items.find(({ id }) => id === item.mergedInto)?.number ?? item.mergedInto ?? ''),
    note: item.note ?? '',
    id: item.id,
    original: item.original ?? '',
  }));
  const minute = (iso: string) => iso.slice(0, 16).replace('T', ' ');
  const safe = (text: string) => (/^[=+\-@]/.test(text) ? `'${text}` : text);
  const csv = parseCsv((await download(page, 'Questions (CSV)')).toString('utf8').replace(/^\ufeff/, ''));
  expect(csv).toEqual(
    rows.map((row) =>
      Object.fromEntries(
        Object.entries({
          ...row,
          question: safe(row.question),
          asked: minute(row.asked),
          published: minute(row.published),
          answered: minute(row.answered),
        }).map(([column, value]) => [column, String(value)]),
      ),
    ),
  );

  const book = workbook(await download(page, 'Workbook (XLSX)'));
  const serial = (iso: string) =>
    iso === '' ? '' : (Date.parse(`${iso.slice(0, 16)}:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
  const close = (value: string | number) => (typeof value === 'number' ? Math.round(value * 1_440) : value);
  const times = <T extends Record<string, string | number>>(row: T) => ({
    ...row,
    asked: close(row['asked']!),
    published: close(row['published']!),
    answered: close(row['answered']!),
  });
  // What the room saw stands first there, and what it wanted most on top of that.
  const byId = (all: readonly Record<string, string | number>[]) =>
    [...all].sort((a, b) => String(a['id']).localeCompare(String(b['id'])));
  expect(byId(book('Q&A').map(times))).toEqual(
    byId(
      rows.map((row) =>
        times({ ...row, asked: serial(row.asked), published: serial(row.published), answered: serial(row.answered) }),
      ),
    ),
  );
  const data = new Map(
    book('Data')
      .filter((row) => row['kind'] === 'qa')
      .map((row) => [row['option'], [row['count'], row['base'], row['base_of']]]),
  );
  expect(Object.fromEntries(data)).toEqual(
    Object.fromEntries(
      Object.entries(room!.totals)
        .filter(([name]) => name !== 'received')
        .map(([name, n]) => [name, [n, ledger.entries.length, 'received']]),
    ),
  );

  const seen = parseCsv((await download(page, 'Questions the room saw (CSV)')).toString('utf8').replace(/^\ufeff/, ''));
  expect(seen.map(({ number, question, upvotes: up, state }) => [number, question, up, state])).toEqual(
    [...ledger.list]
      .sort((a, b) => a.n! - b.n!)
      .map((entry) => [String(entry.n), safe(entry.text), String(ledger.union(entry)), entry.state]),
  );
  expect(hidden.filter((text) => JSON.stringify(seen).includes(text))).toEqual([]);
}

/** Between the beginning and now, in the event's zone, and each where it belongs. */
function timesFit({ number, asked, published, answered, how }: FileItem, began: number): void {
  const now = Date.now() / 60_000;
  for (const time of [asked, published, answered]) {
    if (time === null) continue;
    const at = Date.parse(time) / 60_000;
    expect(at, time).toBeGreaterThanOrEqual(began);
    expect(at, time).toBeLessThanOrEqual(now);
  }
  expect([published !== null, answered !== null]).toEqual([number !== null, how !== null]);
}

async function download(page: Page, name: string): Promise<Buffer> {
  await toPlace(page, 'results');
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name, exact: true }).click();
  const parts: Buffer[] = [];
  for await (const part of await (await coming).createReadStream()) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
