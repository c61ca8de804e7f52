import type { Locator, Page } from 'playwright-core';

const FOCUSABLE = 'a, button, summary, input, select, textarea, [tabindex]';

/** Tab until this, or what it is the text of, has the focus, as somebody does who has no pointer. */
export async function tabTo(page: Page, target: Locator, most = 60, key = 'Tab'): Promise<void> {
  const there = () =>
    target.evaluateAll(
      (elements, focusable) =>
        elements.some((element) => (element.closest(focusable) ?? element) === document.activeElement),
      FOCUSABLE,
    );
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

/**
 * What lies over the element that has the focus, at its middle or a corner; null when nothing does and all of it is on
 * the screen.
 */
const over = (page: Page): Promise<string | null> =>
  page.evaluate(async () => {
    // the page moves it in the next frame
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const focus = document.activeElement!;
    const { left, top, right, bottom } = focus.getBoundingClientRect();
    for (const [x, y] of [
      [(left + right) / 2, (top + bottom) / 2],
      [left + 4, top + 4],
      [right - 4, top + 4],
      [left + 4, bottom - 4],
      [right - 4, bottom - 4],
    ]) {
      const hit = document.elementFromPoint(x!, y!);
      if (!hit || !(focus.contains(hit) || hit.contains(focus))) {
        const over = hit ? `${hit.tagName} ${hit.className}` : 'the edge of the screen';
        return `${over} over ${focus.textContent?.trim()} at ${Math.round(y!)} of ${innerHeight}`;
      }
    }
    return null;
  });

/** Goes on until `many` different elements that match had the focus; gives what lay over one of them. */
export async function uncovered(
  page: Page,
  selector: string,
  many: number,
  key: 'Tab' | 'Shift+Tab',
): Promise<string[]> {
  const wrong: string[] = [];
  const seen = new Set<number>();
  for (let presses = 0; seen.size < many; presses++) {
    if (presses > 100) throw new Error(`100 times ${key} led to ${seen.size} of ${many}`);
    const at = await page.locator(selector).evaluateAll((all) => all.indexOf(document.activeElement as HTMLElement));
    if (at >= 0 && !seen.has(at)) {
      seen.add(at);
      const covered = await over(page);
      if (covered) wrong.push(`${key}: ${covered}`);
    }
    if (seen.size < many) await page.keyboard.press(key);
  }
  return wrong;
}

/** What lies over the last upvote when somebody has scrolled it to the middle. */
export async function overTheLast(page: Page): Promise<string | null> {
  await page
    .locator('main ol .up')
    .last()
    .evaluate((last) => {
      (last as HTMLElement).focus({ preventScroll: true });
      last.scrollIntoView({ block: 'center', behavior: 'instant' });
    });
  return over(page);
}

/**
 * Goes through the whole page with Tab. Gives what can be pressed or filled in and was not reached, and the
 * landmarks in the order they were come through.
 */
export async function tour(page: Page): Promise<{ missed: string[]; landmarks: string[] }> {
  await page.evaluate((focusable) => {
    const all = [...document.querySelectorAll<HTMLElement>(focusable)].filter(
      (each) => each.tabIndex >= 0 && each.checkVisibility() && !each.matches(':disabled') && !each.closest('[inert]'),
    );
    // Of a group of radio buttons Tab leads to one.
    const radios = new Set<string>();
    const wanted = all.filter((each) => {
      if (!(each instanceof HTMLInputElement) || each.type !== 'radio') return true;
      return !radios.has(each.name) && radios.add(each.name);
    });
    Object.assign(window, { wanted, come: [] });
  }, FOCUSABLE);
  // It begins somewhere, goes on at the top of the page, and is over where it began.
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab');
    const again = await page.evaluate(() => {
      const { come } = window as unknown as { come: (Element | null)[] };
      const focus = document.activeElement === document.body ? null : document.activeElement;
      if (focus && come.includes(focus)) return true;
      come.push(focus);
      return false;
    });
    if (again) break;
  }
  return page.evaluate(() => {
    const { wanted, come: all } = window as unknown as { wanted: HTMLElement[]; come: (HTMLElement | null)[] };
    const top = all.lastIndexOf(null);
    const come = [...all.slice(top + 1), ...all.slice(0, Math.max(0, top))].filter((each) => each !== null);
    const named = (each: Element) =>
      `${each.tagName} ${each.getAttribute('aria-label') ?? each.textContent?.trim() ?? ''}`;
    const group = (each: Element) =>
      each instanceof HTMLInputElement && each.type === 'radio' ? `radio ${each.name}` : each;
    const groups = new Set(come.map(group));
    const marks = come.map((each) => {
      const mark = each.closest('header, nav, main, aside, footer, dialog');
      return mark ? `${mark.localName} ${mark.getAttribute('aria-label') ?? ''}`.trim() : '';
    });
    return {
      missed: wanted.filter((each) => !groups.has(group(each))).map(named),
      landmarks: marks.filter((mark, at) => mark !== '' && mark !== marks[at - 1]),
    };
  });
}
