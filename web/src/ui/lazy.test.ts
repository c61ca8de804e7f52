// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { lazy } from './lazy.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Fails so many times, then comes. */
function failing(failures: number) {
  let asked = 0;
  const came: string[] = [];
  const part = lazy(
    async () => {
      if (++asked <= failures) throw new TypeError('Importing a module script failed.');
      return { word: 'here' };
    },
    ({ word }) => came.push(word),
  );
  return { part, came, asked: () => asked };
}
const settled = () => vi.advanceTimersByTimeAsync(0);
const MOST_MS = 31_000;

describe('C13: what is loaded later', () => {
  test('comes by itself, however often it failed, and once', async () => {
    const { part, came, asked } = failing(7);
    part.load();
    await settled();
    expect([part.module, part.failed, asked()]).toEqual([null, true, 1]);
    await vi.advanceTimersByTimeAsync(7 * MOST_MS);
    expect([part.module, part.failed, asked()]).toEqual([{ word: 'here' }, false, 8]);
    part.load();
    await vi.advanceTimersByTimeAsync(7 * MOST_MS);
    expect([came, asked(), vi.getTimerCount()]).toEqual([['here'], 8, 0]);
  });

  test('is asked for at once when the network is back, and nobody waits for what came', async () => {
    const { part, asked } = failing(1);
    part.load();
    await settled();
    dispatchEvent(new Event('online'));
    await settled();
    expect([part.module, asked(), vi.getTimerCount()]).toEqual([{ word: 'here' }, 2, 0]);
  });

  test('however often somebody asks, one attempt is on its way and one is waited for', async () => {
    const { part, asked } = failing(100);
    part.load();
    part.load();
    expect(asked()).toBe(1);
    await settled();
    for (let n = 2; n < 5; n++) {
      part.load();
      await settled();
      expect([asked(), vi.getTimerCount()]).toEqual([n, 1]);
    }
  });
});
