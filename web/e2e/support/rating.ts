import type { Locator, Page } from 'playwright-core';
import type { OrganiserRating, RatingDraft, RatingTally } from '../../src/protocol/messages.gen.ts';
import type { Desk } from './desk.ts';

export const FLEXIBLE: RatingDraft = {
  question: 'How far do you agree?',
  statements: [
    'Senior roles can be done part-time',
    'My manager trusts people who work from home',
    'Asking for flexible hours has no cost',
    'Job shares work at every grade',
  ].map((text) => ({ text })),
  scale: { type: 'agreement', points: 5, low: null, high: null },
  noOpinion: 'No opinion',
  abstain: null,
  results: 'stage',
};

/** Adds it at the end of the run order. */
export const make = (desk: Desk, draft: RatingDraft): Promise<void> => desk.make('rating', draft);

export const ratingOf = (desk: Desk, index = 0): OrganiserRating => desk.activity(index) as OrganiserRating;

/** The newest numbers the organiser was told. */
export const tallyOf = (desk: Desk, index = 0): RatingTally => desk.tally(index) as RatingTally;

/** What a person gives each statement, in their order: a point, null for no opinion. */
export type Given = readonly (number | null)[];

export const entriesOf = (rating: OrganiserRating, given: Given): string[] =>
  given.map((point, at) => `${rating.statements[at]!.id}:${point ?? 'none'}`);

/** Counts from the answers alone, in the plainest way there is: of each statement a sorted list of its points. */
export function count(statement: number, all: readonly Given[]) {
  const points = all.flatMap((given) => given[statement] ?? []).sort((a, b) => a - b);
  const many = (test: (point: number) => boolean) => points.filter(test).length;
  const percent = (part: number) => `${Math.round((100 * part) / points.length)}%`;
  return {
    points,
    none: all.filter((given) => given[statement] === null).length,
    median: (points[Math.floor((points.length - 1) / 2)]! + points[Math.floor(points.length / 2)]!) / 2,
    mean: points.reduce((sum, point) => sum + point, 0) / points.length,
    agree: percent(many((point) => point > 3)),
    disagree: percent(many((point) => point < 3)),
  };
}

/** What the organiser was told of a statement: every point as often as it was given, and who has no opinion. */
export function told(desk: Desk, statement: number, index = 0) {
  const { counts, noOpinion } = tallyOf(desk, index).result!;
  const first = ratingOf(desk, index).scale.type === 'promoter' ? 0 : 1;
  const points = counts[statement]!.flatMap((many, at) => Array<number>(many).fill(first + at));
  return { points, none: noOpinion[statement]! };
}

/** A statement on a phone: a group of radio buttons. */
export const statement = (page: Page, text: string): Locator =>
  page.getByRole('group', { name: new RegExp(text.replace(/[?()]/g, '\\$&')) });

export const point = (page: Page, text: string, name: string): Locator =>
  statement(page, text).getByRole('radio', { name, exact: true });

/** Statement, who disagrees, the main number and who rated, as they stand on the stage from above. */
export const stageStatements = (page: Page): Promise<string[][]> =>
  page
    .locator('.rating > [data-row]')
    .evaluateAll((rows) =>
      rows.map((row) =>
        ['.text', '.side', '.main', '.n'].map((part) => row.querySelector(part)?.textContent?.trim() ?? ''),
      ),
    );
