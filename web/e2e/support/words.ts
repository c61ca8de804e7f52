import type { Locator, Page } from 'playwright-core';
import type { WordsDraft, WordsResult } from '../../src/protocol/messages.gen.ts';
import type { Desk } from './desk.ts';
import type { Phone } from './phone.ts';

export const ONE_WORD: WordsDraft = {
  question: 'What would help you most to step up?',
  entries: 3,
  length: 25,
  approveFirst: false,
  languages: [],
  abstain: null,
  results: 'everyone',
};

/** Adds it at the end of the run order. */
export const makeWords = (desk: Desk, draft: Partial<WordsDraft> = {}): Promise<void> =>
  desk.make('words', { ...ONE_WORD, ...draft });

/** Texts and counts that the organiser was told last, most counted first. */
export const termsOf = (desk: Desk, index = 0): [string, number][] =>
  ((desk.tally(index)?.result as WordsResult | null)?.terms ?? []).map(({ text, count }) => [text, count]);

/** Field of an answer, from 1. */
export const field = (page: Page, n: number, of = 3): Locator =>
  page.getByLabel(of === 1 ? 'Your answer' : `Answer ${n} of ${of}`, { exact: true });

export async function write(phone: Phone, ...texts: string[]): Promise<void> {
  for (const [at, text] of texts.entries()) await field(phone.page, at + 1).fill(text);
  await phone.button('Vote').click();
}

/** Word, percent and people of each row, as a page says it to whoever cannot see. */
export const table = (page: Page, question = ONE_WORD.question): Promise<string[][]> =>
  page
    .getByRole('table', { name: question })
    .first()
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].slice(1).map((cell) => cell.textContent!.replace(/, .*$/, '').trim())),
    );

/** Words of the picture on stage, most counted first. */
export const cloud = (page: Page): Promise<string[]> => page.locator('.cloud [data-word]').allInnerTexts();

/**
 * Where the middle of each word of the picture is, by its text and the number of its element: a word
 * that left between two looks and came back in a free place is a newcomer.
 */
export async function middles(page: Page): Promise<Map<string, [number, number]>> {
  const look = () =>
    page.locator('.cloud [data-word]').evaluateAll((words) => {
      const seen = ((window as { seenWords?: Map<Element, number> }).seenWords ??= new Map());
      return words.map((word) => {
        if (!seen.has(word)) seen.set(word, seen.size);
        const { left, right, top, bottom } = word.getBoundingClientRect();
        const key = `${word.textContent}, element ${seen.get(word)}`;
        return [key, Math.round((left + right) / 2), Math.round((top + bottom) / 2)] as const;
      });
    });
  return new Map((await look()).map(([key, x, y]) => [key, [x, y]]));
}

/** Pairs of words that lie over each other, and what stands outside, in words; none if all is well. */
export const tangled = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const room = document.querySelector('.cloud')!.getBoundingClientRect();
    const all = [...document.querySelectorAll('.cloud [data-word]')].map((word) => ({
      text: word.textContent!,
      box: word.getBoundingClientRect(),
    }));
    const found: string[] = [];
    for (const [at, { text, box }] of all.entries()) {
      if (box.left < room.left - 1 || box.right > room.right + 1) found.push(`${text} is outside`);
      if (box.top < room.top - 1 || box.bottom > room.bottom + 1) found.push(`${text} is outside`);
      for (const { text: other, box: its } of all.slice(at + 1)) {
        const beside = box.right <= its.left + 1 || its.right <= box.left + 1;
        if (!beside && box.bottom > its.top + 1 && its.bottom > box.top + 1) found.push(`${text} over ${other}`);
      }
    }
    return found;
  });
