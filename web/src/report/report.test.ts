// @vitest-environment happy-dom
import { mount, unmount } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { ApiError } from '../protocol/api.ts';
import App from './App.svelte';
import { codeOf, Shared } from './read.svelte.ts';
import type { Report } from './report.ts';
import { daysLine, keyNumbers, methodLines, writtenLine } from './sentences.ts';

const numbers = { joined: 12, asked: 1, finalised: 0, votes: 9, possible: 10 };
const report: Report = {
  event: { name: 'Annual meeting', startsOn: '2026-12-03', endsOn: '2026-12-03', timeZone: 'Europe/London' },
  writtenAt: '2026-12-03T17:05:00Z',
  numbers,
  rooms: [{ name: 'Main hall', ...numbers }],
  activities: [
    { kind: 'newer than this page', room: 'Main hall' },
    {
      kind: 'poll',
      room: 'Main hall',
      question: 'Shall we merge?',
      state: 'locked',
      terms: { maxChoices: 1 },
      connected: 10,
      voted: 8,
      abstained: 1,
      notShown: 0,
      rejected: 0,
      options: [
        { id: 'a', text: 'Yes', count: 6 },
        { id: 'b', text: 'No', count: 2 },
      ],
      abstainLabel: 'No view',
      complete: true,
      note: null,
      receipts: null,
    } as never,
  ],
  losses: [],
};
let app: Record<string, never> | undefined;
afterEach(async () => {
  if (app) await unmount(app);
  app = undefined;
  document.body.innerHTML = '';
});

function shown(request: () => Promise<unknown>): { asked: ReturnType<typeof vi.fn> } {
  const asked = vi.fn(request);
  app = mount(App, { target: document.body, props: { shared: new Shared(asked as never, 'abc') } });
  return { asked };
}
const text = () => document.body.textContent!.replace(/\s+/g, ' ');

test('the report says what came out, of how many, and draws it', async () => {
  shown(() => Promise.resolve(report));
  await vi.waitFor(() => expect(text()).toContain('Annual meeting'));
  expect(text()).toContain('Yes leads with 75%, 50 points ahead of No.');
  expect(text()).toContain('9 of 10 answered, 8 voted, one choice each');
  expect(text()).toContain('“No view”: 1.');
  expect([...document.querySelectorAll('tbody tr')].map((row) => row.textContent!.replace(/\s+/g, ' ').trim())).toEqual(
    ['Yes First 75% 6', 'No 25% 2'].map((row) => expect.stringMatching(row.replace(/ /g, ' ?'))),
  );
});

test('a link that is none says so, and asks once', async () => {
  const { asked } = shown(() => Promise.reject(new ApiError('unknownEvent', 'This link does not work.', 404)));
  await vi.waitFor(() => expect(text()).toContain('There is no report here This link does not work.'));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(asked).toHaveBeenCalledTimes(1);
  expect(document.querySelector('button')).toBeNull();
});

test('without a network it offers to try again', async () => {
  let up = false;
  const { asked } = shown(() => (up ? Promise.resolve(report) : Promise.reject(new ApiError('offline', '', 0))));
  await vi.waitFor(() => expect(text()).toContain('could not be loaded'));
  up = true;
  document.querySelector('button')!.click();
  await vi.waitFor(() => expect(text()).toContain('Annual meeting'));
  expect(asked).toHaveBeenCalledTimes(2);
});

test('key numbers, days, and how it was counted', () => {
  expect(keyNumbers(report).map(({ figure, words }) => `${figure} ${words}`)).toEqual([
    '12 people joined',
    '90% of those connected voted',
    '1 vote held, 9 answers counted',
  ]);
  expect(keyNumbers({ ...report, numbers: { ...numbers, joined: null } })).toHaveLength(2);
  expect(daysLine(report.event)).toBe('Thursday 3 December 2026');
  expect(daysLine({ startsOn: '2026-12-03', endsOn: '2026-12-04' })).toBe('3 December 2026 to 4 December 2026');
  expect(writtenLine(report)).toContain('3 December 2026');
  expect(writtenLine({ ...report, event: { ...report.event, timeZone: 'Nowhere/Town' } })).toContain('UTC');
  expect(methodLines({ ...report, losses: ['Something was lost.'] }, []).at(-1)).toBe('Something was lost.');
  expect(codeOf('/r/abc123')).toBe('abc123');
});
