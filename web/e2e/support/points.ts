import type { Locator, Page } from 'playwright-core';
import type { OrganiserPointsPoll, PointsDraft, PointsTally } from '../../src/protocol/messages.gen.ts';
import type { Desk } from './desk.ts';

export const PRIORITIES: PointsDraft = {
  question: 'What should next year’s money go to?',
  options: ['A sponsor', 'Flexible senior roles', 'Open shortlists', 'Protected time'].map((text) => ({ text })),
  total: 100,
  step: 5,
  abstain: 'Prefer not to say',
  results: 'stage',
};
export const TEXTS = PRIORITIES.options.map(({ text }) => text);

/** Points for each option, in the order in which it is asked. */
export type Given = readonly number[];

/** Adds it at the end of the run order. */
export const make = (desk: Desk, draft: PointsDraft): Promise<void> => desk.make('points', draft);

export const pollOf = (desk: Desk, index = 0): OrganiserPointsPoll => desk.activity(index) as OrganiserPointsPoll;

/** Sums and givers as the organiser was told. */
export const told = (desk: Desk, index = 0) => (desk.tally(index) as PointsTally).result!;

/** The same of what people gave, in the plainest way there is. */
export const count = (all: readonly Given[]) => ({
  points: all[0]!.map((_, option) => all.reduce((sum, given) => sum + given[option]!, 0)),
  givers: all[0]!.map((_, option) => all.filter((given) => given[option]! > 0).length),
});

/** What somebody sends who gives this. */
export const entries = (desk: Desk, index: number, given: Given): string[] =>
  pollOf(desk, index).options.flatMap(({ id }, at) => (given[at]! > 0 ? [`${id}:${given[at]}`] : []));

/** As a phone says it. */
export const words = (texts: readonly string[], given: Given): string =>
  texts.flatMap((text, at) => (given[at]! > 0 ? [`${text} ${given[at]}`] : [])).join(', ');

/** Place, option, mean, share and number of givers, highest mean first: as pages say it. `figures` groups thousands. */
export function rows(texts: readonly string[], all: readonly Given[]): string[][] {
  const { points, givers } = count(all);
  return texts
    .map((text, at) => ({ text, mean: points[at]! / all.length, people: givers[at]! }))
    .sort((a, b) => b.mean - a.mean)
    .map(({ text, mean, people }, at) => [
      String(at + 1),
      text,
      mean.toFixed(1),
      `${Math.round((100 * people) / all.length)}%`,
      people.toLocaleString('en-GB'),
    ]);
}

/** The table in which a page says the result to who cannot see it. */
export const table = (page: Page, question = PRIORITIES.question): Promise<string[][]> =>
  page
    .getByRole('table', { name: question })
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) =>
        [...row.children].map((cell) => cell.textContent!.replace(/, (level|first|leading|your).*$/, '').trim()),
      ),
    );

/** The number of an option, on a phone. */
export const field = (page: Page, text: string): Locator => page.getByRole('spinbutton', { name: text, exact: true });
export const more = (page: Page, text: string, step = 5): Locator =>
  page.getByRole('button', { name: `${step} points more for ${text}`, exact: true });
export const less = (page: Page, text: string, step = 5): Locator =>
  page.getByRole('button', { name: `${step} points less for ${text}`, exact: true });
