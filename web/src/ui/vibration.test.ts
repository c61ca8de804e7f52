// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { vibration } from './vibration.ts';

let still = false;
const vibrate = vi.fn(() => true);
beforeEach(() => {
  still = false;
  vibrate.mockClear();
  Object.defineProperty(navigator, 'vibrate', { value: vibrate, configurable: true });
  vi.stubGlobal('matchMedia', () => ({ matches: still }));
});
afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

test('a phone does not vibrate until its person wants it, then shows how that feels, and can be quiet again', () => {
  vibration.opened();
  expect(vibrate).not.toHaveBeenCalled();
  expect(vibration.turn(true)).toBe(true);
  expect(vibrate).toHaveBeenCalledTimes(1);
  vibration.opened();
  expect(vibrate).toHaveBeenCalledTimes(2);
  expect(vibration.turn(false)).toBe(false);
  vibration.opened();
  expect(vibrate).toHaveBeenCalledTimes(2);
});

test('where motion is not wanted, or a phone cannot, it is not offered and nothing moves', () => {
  vibration.turn(true);
  vibrate.mockClear();
  still = true;
  expect(vibration.possible()).toBe(false);
  vibration.opened();
  expect(vibrate).not.toHaveBeenCalled();
  Reflect.deleteProperty(navigator, 'vibrate');
  still = false;
  expect(vibration.possible()).toBe(false);
  vibration.opened();
});

test('where nothing can be kept it stays off', () => {
  vi.stubGlobal('localStorage', {
    setItem() {
      throw new DOMException('blocked', 'SecurityError');
    },
  });
  expect(vibration.turn(true)).toBe(false);
});
