import { expect, test } from 'vitest';
import type { UpvoteSlot } from '../../../posts/upvotes.ts';
import { shownUp, tapped } from './count.ts';

const pending = (on: boolean, stood = false): UpvoteSlot => ({
  seq: 1,
  on: stood,
  pending: { activity: 'q', round: 1, n: 3, seq: 1, on, castAt: 0 },
});
const stands = (on: boolean): UpvoteSlot => ({ seq: 1, on, pending: null });

test('a number follows the finger at once, and the server’s own as soon as it moves', () => {
  const none: UpvoteSlot = { seq: 0, on: false, pending: null };
  const tap = tapped(48, none, undefined);
  expect(shownUp(48, pending(true), tap)).toBe(49);
  expect(shownUp(48, stands(true), tap)).toBe(49); // answered, its frame is still on the way
  expect(shownUp(49, stands(true), tap)).toBe(49);
  expect(shownUp(60, stands(true), tap)).toBe(60);
});

test('on and off again before the number moved is where it was', () => {
  const first = tapped(48, stands(false), undefined);
  const second = tapped(48, stands(true), first);
  expect(shownUp(48, pending(false, true), second)).toBe(48);
});

test('taking back what was counted long ago', () => {
  const tap = tapped(49, stands(true), { at: 48, had: false });
  expect(shownUp(49, pending(false, true), tap)).toBe(48);
  expect(shownUp(48, stands(false), tap)).toBe(48);
});

test('after a reload what waits is in the number, what stands is in the server’s', () => {
  expect(shownUp(48, pending(true), undefined)).toBe(49);
  expect(shownUp(48, stands(true), undefined)).toBe(48);
  expect(shownUp(0, pending(false, true), undefined)).toBe(0);
});
