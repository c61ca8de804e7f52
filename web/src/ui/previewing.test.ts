// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { hear, previewing } from './previewing.ts';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

const from = (data: unknown, origin = location.origin, source: Window | null = window.parent) =>
  dispatchEvent(new MessageEvent('message', { data, origin, source: source as never }));

test('a preview shows only what the page around it gives, of the same origin', () => {
  const show = vi.fn();
  ends.push(hear(show));
  from({ preview: 'show', snapshot: 1 }, 'https://elsewhere.example');
  from({ preview: 'show', snapshot: 2 }, location.origin, null);
  from({ preview: 'told', measures: null });
  from(null);
  expect(show).not.toHaveBeenCalled();
  from({ preview: 'show', snapshot: 3 });
  expect(show.mock.calls).toEqual([[3]]);
  ends.pop()!();
  from({ preview: 'show', snapshot: 4 });
  expect(show).toHaveBeenCalledTimes(1);
});

test('a page outside a frame is no preview, whatever its address says', () => {
  location.hash = '#preview';
  expect(previewing()).toBe(false);
  location.hash = '';
});
