// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

/** Both modules know the page's own build from their first moment, so each test has them anew. */
async function page(path = '/j/H7K2MQ', build = 'old0') {
  vi.resetModules();
  document.documentElement.dataset['build'] = build;
  history.replaceState(null, '', path);
  const reload = vi.fn();
  vi.stubGlobal('location', { reload, pathname: path });
  return { ...(await import('./renewal.ts')), reload };
}
/** The same with the part that sees whether anything would be lost. */
async function whole(path?: string) {
  const { met, reload } = await page(path);
  return { met, reload, ...(await import('./renew.ts')) };
}
const newer = () => document.querySelector('.newer')?.textContent ?? '';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
  document.documentElement.className = '';
  sessionStorage.clear();
  localStorage.clear();
});

describe('C13: a page that is older than its server', () => {
  test('is told so, with a button, and is loaded anew by itself when nothing is typed or on its way', async () => {
    const { met, reload } = await whole();
    met('0.1.0+old0');
    met('0.1.0');
    await vi.advanceTimersByTimeAsync(60_000);
    expect([newer(), reload.mock.calls.length], 'the same build').toEqual(['', 0]);
    met('0.1.0+new1');
    expect(newer()).toContain('This page was renewed on the server.');
    expect(document.querySelector('.newer button')!.textContent).toBe('Reload');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  test('waits as long as something is typed, asked, on its way, or was just touched', async () => {
    const { met, reload, busy } = await whole();
    document.body.innerHTML = '<input id="code" value="H7K"><input type="checkbox" value="on" checked>';
    const field = document.querySelector<HTMLInputElement>('#code')!;
    met('0.1.0+new1');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(reload).not.toHaveBeenCalled();
    field.value = '';
    expect(busy()).toBe(false);
    document.body.insertAdjacentHTML('beforeend', '<dialog open></dialog>');
    expect(busy(), 'a question to its person').toBe(true);
    document.querySelector('dialog')!.remove();
    localStorage.setItem('plenary.votes.e', '{"slots":{"p:1":{"pending":{"seq":1}}}}');
    expect(busy(), 'a vote that waits').toBe(true);
    localStorage.setItem('plenary.votes.e', '{"slots":{"p:1":{"pending":null}}}');
    expect(busy()).toBe(false);
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    expect(busy(), 'somebody is at it').toBe(true);
    await vi.advanceTimersByTimeAsync(12_000);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  test('a stage is told nothing, and is not loaded anew in full screen or while voting is open on it', async () => {
    document.documentElement.className = 'stage';
    const { met, reload } = await whole('/stage/e/r');
    const fills = (fullscreenElement: Element | null) =>
      Object.defineProperty(document, 'fullscreenElement', { value: fullscreenElement, configurable: true });
    fills(document.body);
    document.body.innerHTML = '<main data-open="true"></main>';
    met('0.1.0+new1');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(newer()).toBe('');
    fills(null);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(reload).not.toHaveBeenCalled();
    document.querySelector('main')!.removeAttribute('data-open');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  test('is loaded anew once for each build, and so is what it frames', async () => {
    const desk = await page('/organiser/events/e/run');
    expect(desk.once('new1')).toBe(true);
    expect(desk.once('new1'), 'it came back old: not again and again').toBe(false);
    const stage = await page('/stage/e/r');
    expect(stage.once('new1'), 'of the same session, and a page of its own').toBe(true);
    expect(stage.once('new2')).toBe(true);
  });

  test('where what sees that nothing is lost never comes, it is loaded anew all the same', async () => {
    const { met, reload } = await page();
    met('0.1.0+new1');
    await vi.advanceTimersByTimeAsync(29_000);
    expect(reload).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(reload).toHaveBeenCalledTimes(1);
  });
});
