import type { Page } from 'playwright-core';

const part = (page: Page, at: number) => page.locator('.paper > .part').nth(at);

/** Rows of the chart of a part of the report as they are read: text, value, number beside it. */
export const rowsOf = (page: Page, at: number): Promise<string[][]> =>
  part(page, at)
    .locator('tbody tr')
    .evaluateAll((all) =>
      all
        .filter((row) => row.checkVisibility())
        .map((row) => [
          row.querySelector('th')!.firstChild!.textContent!.trim(),
          row.querySelector('.value')!.textContent!,
          row.querySelector('.aside')!.textContent!,
        ]),
    );

/** The words of a part of the report as they stand on the screen, or on paper. */
export const bodyOf = async (page: Page, at: number): Promise<string> => (await part(page, at).innerText()).trim();

/** Questions of a part of the report: upvotes, text, name, and what was answered; empty for none. */
export const questionsOf = (page: Page, at: number): Promise<string[][]> =>
  part(page, at)
    .locator('ol > li')
    .evaluateAll((all) =>
      all
        .filter((item) => item.checkVisibility())
        .map((item) =>
          ['.upvotes b', '.question', '.name', '.answer'].map(
            (of) => item.querySelector(of)?.textContent?.trim() ?? '',
          ),
        ),
    );

/** Every word that is to be seen, one blank between them. */
export const shownOn = async (page: Page): Promise<string> =>
  (await page.locator('body').innerText()).replace(/\s+/g, ' ');
