// @vitest-environment happy-dom
import { mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import type { Words, WordsTerm } from '../../../protocol/messages.gen.ts';
import App from '../../../stage/App.svelte';
import { snapshot } from '../../../stage/testing.ts';
import { FakeServer, settle } from '../../../ui/fakeServer.ts';
import { arrangeList } from './listing.ts';
import { baseLine, emptyWords, summary } from './sentences.ts';

let app: object | null = null;
afterEach(async () => {
  if (app) await unmount(app);
  document.body.innerHTML = '';
});

const term = (text: string, count: number): WordsTerm => ({ id: text.padEnd(8, '_').slice(0, 8), text, count });
const words = (terms: WordsTerm[], over: Partial<Words> = {}, answers = 40): Words => ({
  kind: 'words',
  id: 'w',
  round: 1,
  question: 'One word?',
  entries: 3,
  length: 25,
  approveFirst: false,
  languages: [],
  abstain: null,
  state: 'open',
  results: 'stage',
  tally: {
    round: 1,
    version: 3,
    result: { terms, more: 7, held: 0, hidden: 0 },
    voted: answers,
    abstained: 0,
    late: 0,
    answers,
    connected: 50,
  },
  ...over,
});
const three = [term('trust', 12), term('time', 8), term('hope', 1)];

async function show(activity: Words, look = {}): Promise<FakeServer> {
  const first = snapshot({ activity });
  const server = new FakeServer({ stage: { ...first, look: { ...first.look, ...look } } });
  window.history.replaceState(null, '', '/stage/ev/r#secret');
  app = mount(App, { target: document.body });
  await settle();
  return server;
}
const drawn = () => [...document.querySelectorAll('.cloud [data-word]')].map((word) => word.textContent);
const listed = () => [...document.querySelectorAll('ol [data-word] .text')].map((word) => word.textContent);
const text = () => document.querySelector('main')!.textContent!.replace(/\s+/g, ' ');
const press = async (key: string) => {
  window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await settle();
};

test('the picture and its list say the same, and a key changes between them', async () => {
  await show(words(three));
  expect(drawn()).toEqual(['trust', 'time', 'hope']);
  expect(text()).toContain('Sized by how many wrote it · and 7 more');
  const table = [...document.querySelectorAll('.hidden-text tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );
  expect(table.slice(0, 3)).toEqual([
    ['1', 'trust', '30%', '12'],
    ['2', 'time', '20%', '8'],
    ['3', 'hope', '3%', '1'],
  ]);
  const bar = () => [...document.querySelectorAll('.buttons button')].map((button) => button.textContent);
  expect(bar()).toContain('Show as listO');
  await press('o');
  expect([drawn(), listed()]).toEqual([[], ['trust', 'time', 'hope']]);
  expect(bar()).toContain('Show as cloudO');
  await press('o');
  expect(drawn()).toEqual(['trust', 'time', 'hope']);
});

test('a picture that is frozen stands still; only what a moderator hides or renames changes', async () => {
  const server = await show(words(three));
  await press('p');
  expect(text()).toContain('Stands still');
  const { tally } = words([term('hope', 30), { ...three[0]!, text: 'Trust' }, term('space', 9)]);
  server.wire('stage').say({ type: 'tally', activity: 'w', tally: { ...tally!, version: 4 } });
  await settle();
  expect(drawn()).toEqual(['Trust', 'hope']);
  await press('p');
  await expect.poll(drawn).toEqual(['hope', 'Trust', 'space']);
});

test('before there are words it is said how many answered, and how to', async () => {
  expect(emptyWords(words([], {}, 0))).toMatchObject({ figure: '', says: 'Write the first answer' });
  const hidden = words([], { results: 'hidden' }, 31);
  const { how, ...says } = emptyWords({ ...hidden, tally: { ...hidden.tally!, result: null } });
  expect(says).toEqual({ figure: '31', says: 'people have answered' });
  expect(how).toBe('Up to 3 answers, each 1 to 3 words and at most 25 characters.');
  const held = words([]);
  held.tally!.result!.held = 12;
  expect(emptyWords(held).how).toBe('What they wrote is being read.');
  expect(emptyWords(words([], { state: 'locked' }, 0)).says).toBe('Nobody answered');
  await show(held);
  expect(text()).toContain('40 people have answered');
  expect(drawn()).toEqual([]);
});

test('what the numbers are of is said, and the picture in words', () => {
  expect(baseLine(words(three), { list: true, left: 3, held: false })).toBe(
    'Percentages of those who answered · and 3 more',
  );
  expect(baseLine(words([], {}, 0), { list: false, left: 0, held: false })).toBe(
    'Results appear from the fifth answer',
  );
  expect(summary(words(three), false)).toBe(
    'One word? Voting is open. 40 of 50 have voted. ' +
      'Most written: trust 30% (12); time 20% (8); hope 3% (1); and 7 more.',
  );
});

test('a list is as large as its room lets it be, and has pages below the smallest letters', () => {
  const room = { width: 86, height: 33 };
  expect(arrangeList(3, room)).toMatchObject({ label: 3, columns: 1, rows: 3, pages: 1 });
  expect(arrangeList(20, room)).toMatchObject({ columns: 2, rows: 10, pages: 1 });
  const long = arrangeList(150, room);
  expect(long.label).toBe(1.4);
  expect(long.pages).toBeGreaterThan(3);
  expect(long.rows * long.columns * long.pages).toBeGreaterThanOrEqual(150);
  expect(long.rows * long.row).toBeLessThanOrEqual(room.height);
  expect(arrangeList(150, { width: 40, height: 33 }).columns).toBe(1);
});
