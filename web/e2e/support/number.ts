import type { Locator, Page } from 'playwright-core';
import type { NumberDraft, NumberTally } from '../../src/protocol/messages.gen.ts';
import type { Desk } from './desk.ts';

export const BOARDS: NumberDraft = {
  question: 'In how many years will boards be 50:50?',
  min: '0',
  max: '100',
  step: '1',
  unit: 'years',
  right: null,
  abstain: 'Prefer not to say',
  results: 'stage',
};

/** Adds it at the end of the run order. */
export const make = (desk: Desk, draft: NumberDraft): Promise<void> => desk.make('number', draft);

/** The result as the organiser was told. */
export const told = (desk: Desk, index = 0) => (desk.tally(index) as NumberTally).result!;

/** Bins and counts of whole numbers from 0, in the plainest way there is. */
export function count(all: readonly number[]): { bins: number[]; counts: number[] } {
  const bins = [...new Set(all)].sort((a, b) => a - b);
  return { bins, counts: bins.map((value) => all.filter((each) => each === value).length) };
}

/** Half of the answers are this or less, half this or more. */
export function median(all: readonly number[]): string {
  const sorted = [...all].sort((a, b) => a - b);
  const [below, above] = [sorted[Math.ceil(all.length / 2) - 1]!, sorted[Math.floor(all.length / 2)]!];
  return String((below + above) / 2);
}

/** The rows in which a page says the bars to who cannot see them: range without marks, people, percent. */
export const table = (page: Page, question = BOARDS.question): Promise<string[][]> =>
  page
    .getByRole('table', { name: question })
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) =>
        [...row.children].map((cell) =>
          cell
            .textContent!.replace(/\s/g, ' ')
            .replace(/, (most answers|right value).*$/, '')
            .trim(),
        ),
      ),
    );

/** The same of whole numbers from 0 in bars of so many values, from the lowest answer to the highest. */
export function rows(all: readonly number[], width: number, unit = ' years'): string[][] {
  const first = Math.floor(Math.min(...all) / width);
  const last = Math.floor(Math.max(...all) / width);
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const from = (first + at) * width;
    const to = Math.min(from + width - 1, Number(BOARDS.max));
    const people = all.filter((each) => each >= from && each <= to).length;
    const share = Math.round((100 * people) / all.length);
    const percent = people > 0 && share === 0 ? '<1%' : `${share}%`;
    const label = from === to ? `${from}${unit}` : `${from} to ${to}${unit}`;
    return [label, people.toLocaleString('en-GB'), percent];
  });
}

/** The number, on a phone. */
export const field = (page: Page): Locator => page.getByRole('spinbutton');
export const more = (page: Page): Locator => page.getByRole('button', { name: /more$/ });
export const less = (page: Page): Locator => page.getByRole('button', { name: /less$/ });
