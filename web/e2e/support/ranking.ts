import type { Locator, Page } from 'playwright-core';
import type { OrganiserRanking, RankingDraft, RankingTally } from '../../src/protocol/messages.gen.ts';
import type { Crowd } from './crowd.ts';
import type { Desk } from './desk.ts';

export const HELP: RankingDraft = {
  question: 'What would help you most to step up?',
  options: ['A sponsor', 'Flexible senior roles', 'Open shortlists', 'Protected time'].map((text) => ({ text })),
  places: 4,
  shuffled: false,
  unranked: 'mean',
  abstain: null,
  results: 'stage',
};

/** Adds it at the end of the run order. */
export const make = (desk: Desk, draft: RankingDraft): Promise<void> => desk.make('ranking', draft);

export const rankingOf = (desk: Desk, index = 0): OrganiserRanking => desk.activity(index) as OrganiserRanking;

/** The newest numbers the organiser was told. */
export const tallyOf = (desk: Desk, index = 0): RankingTally => desk.tally(index) as RankingTally;

/** Texts of options in the order a person gave them. */
export type Order = readonly string[];

/** Counts from the orders alone, in the plainest way there is: every person, every option, every pair. */
export function count(texts: readonly string[], orders: readonly Order[], rule: 'mean' | 'zero') {
  const n = texts.length;
  const points = (order: Order, text: string): number => {
    if (order.includes(text)) return n - order.indexOf(text);
    if (rule === 'zero') return 0;
    let left = 0;
    for (let place = order.length + 1; place <= n; place++) left += n + 1 - place;
    return left / (n - order.length);
  };
  const before = (order: Order, one: string, other: string) =>
    order.includes(one) && (!order.includes(other) || order.indexOf(one) < order.indexOf(other));
  const beats = (one: string, other: string) =>
    orders.filter((order) => before(order, one, other)).length >
    orders.filter((order) => before(order, other, one)).length;
  return {
    doublePoints: texts.map((text) => 2 * orders.reduce((sum, order) => sum + points(order, text), 0)),
    firsts: texts.map((text) => orders.filter(([first]) => first === text).length),
    winner: texts.find((one) => texts.every((other) => other === one || beats(one, other))) ?? null,
  };
}

/** What the organiser was told, with the winner's text for its id: to be compared with `count`. */
export function told(desk: Desk, index = 0): ReturnType<typeof count> {
  const { options } = rankingOf(desk, index);
  const { doublePoints, firsts, winner } = tallyOf(desk, index).result!;
  return { doublePoints, firsts, winner: options.find(({ id }) => id === winner)?.text ?? null };
}

/** An option on a phone: with or without a place. */
export const option = (page: Page, text: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^${text}( \\([a-z]+\\))?$`) });

export const place = (page: Page, words: string): Locator => page.getByLabel(`${words} place`, { exact: true });

/** Place, option, mean score and those who placed it first, as they stand on the stage from above. */
export const stagePlaces = (page: Page): Promise<string[][]> =>
  page.locator('.rows > .row').evaluateAll((rows) =>
    rows.map((row) => {
      const text = (selector: string) => row.querySelector(selector)?.textContent?.trim() ?? '';
      const words = row.querySelector('.words')?.firstChild?.textContent?.trim() ?? '';
      return [text('.place'), words, text('.score'), text('.share b'), text('.share span')];
    }),
  );

/** Each gives an order; answered when all are counted. */
export function rank(people: Crowd, desk: Desk, index: number, orderOf: (person: number) => Order): Promise<void> {
  const { options } = rankingOf(desk, index);
  return people.answer(desk, index, (person) =>
    orderOf(person).map((text) => options.find((each) => each.text === text)!.id),
  );
}
