import type { Locator, Page } from 'playwright-core';

/** Tab until this has the focus, as somebody does who has no pointer. */
export async function tabTo(page: Page, target: Locator, most = 60, key = 'Tab'): Promise<void> {
  const there = () => target.evaluateAll((elements) => elements.some((element) => element === document.activeElement));
  for (let i = 0; i < most; i++) {
    if (await there()) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${most} times ${key} did not lead to ${String(target)}`);
}

export async function pressOn(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await target.first().waitFor();
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** The same, for what stands before the place where the focus is. */
export async function pressBack(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await target.first().waitFor();
  await tabTo(page, target, 60, 'Shift+Tab');
  await page.keyboard.press(key);
}
