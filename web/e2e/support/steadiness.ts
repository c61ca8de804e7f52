import type { Page } from 'playwright-core';

export interface Movement {
  /** What the browser counted as layout shift of controls, of what holds them and of what is in them. */
  shift: number;
  /** Which boxes those were, from where to where. */
  shifted: string[];
  /** Controls whose box moved or changed its size by more than half a pixel, and how far. */
  moved: string[];
  /** Controls that came or went. */
  changed: string[];
  /** Frames that were looked at. */
  frames: number;
}

/**
 * Looks at every control of a page in every frame from now on. Answers what tells what happened since.
 *
 * A shift counts also right after a press: what comes in does not wait for that.
 */
export async function watchControls(page: Page): Promise<() => Promise<Movement>> {
  await page.evaluate(async () => {
    // What was changed before is drawn first: a shift is dated when it is drawn.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const CONTROLS = 'a[href], button, input, select, textarea, summary, [role="button"], [tabindex="0"]';
    const HALF_A_PIXEL = 0.5;
    interface Shift extends PerformanceEntry {
      value: number;
      sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
    }
    const of = (node: Node | null) => (node instanceof Element ? node : (node?.parentElement ?? null));
    const touches = (node: Node | null) => of(node)?.closest(CONTROLS) ?? of(node)?.querySelector(CONTROLS) ?? null;
    const name = (control: Element) =>
      `${control.tagName.toLowerCase()} “${(control.getAttribute('aria-label') ?? control.textContent ?? '')
        .trim()
        .replace(/\s+/g, ' ')
        .slice(0, 40)}”`;
    const where = (node: Node | null) => (of(node) ? `${of(node)!.localName}.${of(node)!.classList}` : 'gone');
    const box = ({ x, y, width, height }: DOMRectReadOnly) =>
      [x, y, width, height].map((side) => side.toFixed(1)).join(' ');
    const seen = () =>
      [...document.querySelectorAll(CONTROLS)].flatMap((control): [Element, DOMRect][] => {
        const box = control.getBoundingClientRect();
        return box.width > 0 && box.height > 0 ? [[control, box]] : [];
      });
    const first = new Map(seen());
    const farthest = new Map<Element, number>();
    const since = performance.now();
    let frames = 0;
    let shift = 0;
    const shifted: string[] = [];
    const changed = new Set<string>();
    const look = () => {
      frames++;
      const now = new Map(seen());
      for (const [control, at] of now) {
        const before = first.get(control);
        if (!before) {
          changed.add(`new: ${name(control)}`);
          continue;
        }
        const far = Math.max(
          ...(['left', 'top', 'right', 'bottom'] as const).map((side) => Math.abs(at[side] - before[side])),
        );
        if (far > HALF_A_PIXEL) farthest.set(control, Math.max(far, farthest.get(control) ?? 0));
      }
      for (const control of first.keys()) if (!now.has(control)) changed.add(`gone: ${name(control)}`);
      frame = requestAnimationFrame(look);
    };
    let frame = requestAnimationFrame(look);
    const count = (entries: PerformanceEntryList) => {
      for (const entry of entries as Shift[]) {
        if (entry.startTime < since || !entry.sources.some(({ node }) => touches(node))) continue;
        shift += entry.value;
        const ms = Math.round(entry.startTime - since);
        for (const { node, previousRect, currentRect } of entry.sources) {
          shifted.push(`${where(node)} ${box(previousRect)} -> ${box(currentRect)} after ${ms} ms`);
        }
      }
    };
    const observer = new PerformanceObserver((list) => count(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    Object.assign(window, {
      stopWatching: (): Movement => {
        cancelAnimationFrame(frame);
        count(observer.takeRecords());
        observer.disconnect();
        const moved = [...farthest].map(([control, far]) => `${name(control)} by ${far.toFixed(1)} px`);
        return { shift, shifted, moved, changed: [...changed], frames };
      },
    });
  });
  return () => page.evaluate(() => (window as unknown as { stopWatching: () => Movement }).stopWatching());
}

/** What was to come when the page was opened is there: letters and pictures, and for a while nothing has moved. */
export const resting = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const boxes = () =>
      [...document.querySelectorAll('a, button, input, summary, img, iframe')]
        .map((each) => Object.values(each.getBoundingClientRect().toJSON() as object).join())
        .join(';');
    const before = boxes();
    for (let frame = 0; frame < 20; frame++) await new Promise(requestAnimationFrame);
    return before === boxes();
  });
