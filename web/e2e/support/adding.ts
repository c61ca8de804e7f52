import type { Page } from 'playwright-core';

/** After a press on what adds an activity: where there are several kinds, chooses the one of this title. */
export async function choose(page: Page, title: string): Promise<void> {
  const form = page.getByRole('form', { name: /^New / });
  await form.waitFor();
  const kind = form.getByRole('radio', { name: title, exact: true });
  if (await kind.count()) await kind.check();
  await page.getByRole('form', { name: `New ${title.toLowerCase()}` }).waitFor();
}

/** Opens the form for a new activity of the kind of this title. */
export async function add(page: Page, title = 'Poll'): Promise<void> {
  await page
    .getByRole('button', { name: /^(\+ Add|Add the first)/ })
    .first()
    .click();
  await choose(page, title);
}
