import type { Page } from 'playwright-core';
import { bundle } from './bundle.ts';
import type { Manner } from './translator.ts';

let code: Promise<string> | null = null;

/** The browser translates this page from now on. */
export async function translated(page: Page, manner: Manner): Promise<void> {
  code ??= bundle('./translator.ts');
  await page.evaluate(`(() => { ${await code}; bundle.translate(document.body, ${JSON.stringify(manner)}); })()`);
}

/** Text with a digit that a translator may change; empty is good where no words of people have digits. */
export const unmarked = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const { parentElement: parent, textContent: text } = walker.currentNode;
      if (/\d/.test(text!) && !parent!.closest('[translate=no], script, style, noscript, textarea')) {
        found.push(`${parent!.closest('[class]')?.className}: ${text}`);
      }
    }
    return found;
  });
