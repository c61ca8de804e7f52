// What must hold of every picture.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules of WCAG 2.2 AA that this page breaks now, as lines; none are looked for with `QUICK=1`. */
export async function axeFindings(page, forcedColors = false) {
  if (process.env.QUICK) return [];
  await page.evaluate(axe);
  // With forced colours the browser reports the colours it does not paint.
  const options = {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'color-contrast': { enabled: !forcedColors } },
  };
  const { violations } = await page.evaluate((options) => globalThis.axe.run(document, options), options);
  return violations.map(({ id, nodes }) => `axe ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** Parts of a stage that are cut off or lie over one another, and scroll bars, as lines. */
export const stageFindings = (page) =>
  page.evaluate(() => {
    const found = [];
    const root = document.documentElement;
    if (root.scrollHeight > root.clientHeight || root.scrollWidth > root.clientWidth) found.push('scrolls');
    // Glyphs may be taller than a tight line of a text that cannot wrap.
    const tall = (part) => !part.matches('.code, .voted, .host');
    const cut = (part) =>
      (tall(part) && part.scrollHeight > part.clientHeight + 1) ||
      (!part.matches('.code') && part.scrollWidth > part.clientWidth + 1);
    for (const part of document.querySelectorAll(
      'main h1, main p, [data-row], .label, .middle, main footer, .how, dialog[open]',
    )) {
      if (part.closest('.hidden-text')) continue;
      if (cut(part)) found.push(`cut off: ${part.className || part.tagName} ${part.textContent.slice(0, 50)}`);
      const box = part.getBoundingClientRect();
      if (
        box.width > 1 &&
        (box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1)
      ) {
        found.push(`outside: ${part.className || part.tagName}`);
      }
    }
    const rows = [...document.querySelectorAll('[data-row]')].map((row) => row.getBoundingClientRect());
    const over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    if (rows.some((a, i) => rows.slice(i + 1).some((b) => over(a, b)))) found.push('rows overlap');
    return found;
  });
