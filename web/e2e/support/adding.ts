import type { Page } from 'playwright-core';

/** After a press on what adds an activity: where there are several kinds, chooses the one of this title. */
export async function choose(page: Page, title: string): Promise<void> {
  await page.getByRole('dialog', { name: /^(New |Add to the run order)/ }).waitFor();
  const kinds = page.getByRole('dialog', { name: 'Add to the run order' });
  if (await kinds.isVisible()) await kinds.getByRole('button', { name: new RegExp(`^${title}`) }).click();
  await page.getByRole('dialog', { name: `New ${title.toLowerCase()}` }).waitFor();
}

/** Opens the form for a new activity of the kind of this title. */
export async function add(page: Page, title = 'Poll'): Promise<void> {
  await page
    .getByRole('button', { name: /^(\+ Add|Add the first)/ })
    .first()
    .click();
  await choose(page, title);
}
