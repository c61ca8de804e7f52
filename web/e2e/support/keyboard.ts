import type { Locator, Page } from 'playwright-core';

/** Tab until this has the focus, as somebody does who has no pointer. */
export async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  const there = () => target.evaluateAll((elements) => elements.some((element) => element === document.activeElement));
  for (let i = 0; i < most; i++) {
    if (await there()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${most} times Tab did not lead to ${String(target)}`);
}

export async function pressOn(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await target.first().waitFor();
  await tabTo(page, target);
  await page.keyboard.press(key);
}
