// @vitest-environment happy-dom
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ServerMessage } from '../protocol/messages.gen.ts';
import { clockFigure, Countdown, heard, OVER_MS } from './countdown.svelte.ts';
import { ServerClock } from './serverClock.svelte.ts';

let stop: () => void = () => undefined;
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

/** A server whose clock is not this page's. */
function clockAt(now: number): ServerClock {
  const clock = new ServerClock();
  clock.receive({ type: 'welcome', now } as ServerMessage);
  return clock;
}
class Given {
  until = $state<number | undefined>();
}
function counting(given: Given, clock: ServerClock): Countdown {
  let made!: Countdown;
  stop = $effect.root(() => void (made = new Countdown(() => given.until, clock)));
  flushSync();
  return made;
}
function pass(ms: number) {
  vi.advanceTimersByTime(ms);
  flushSync();
}

test('counts whole seconds down by the server’s clock, says the end, and goes away by itself', () => {
  const now = 5_000_000;
  const given = new Given();
  const countdown = counting(given, clockAt(now));
  expect(countdown.left).toBeNull();
  pass(400);
  given.until = now + 400 + 61_000;
  flushSync();
  expect(countdown.left).toBe(61);
  pass(1_000);
  expect(countdown.left).toBe(60);
  pass(59_000);
  expect(countdown.left).toBe(1);
  pass(1_000);
  expect(countdown.left).toBe(0);
  pass(OVER_MS - 1);
  expect(countdown.left).toBe(0);
  pass(1);
  expect(countdown.left).toBeNull();
});

test('set anew it counts from there; taken off it is gone at once; a page that comes late shows what is left', () => {
  const now = 9_000_000;
  const given = new Given();
  given.until = now + 90_500;
  const countdown = counting(given, clockAt(now));
  expect(countdown.left).toBe(91);
  pass(500);
  expect(countdown.left).toBe(90);
  given.until = now + 300_500;
  flushSync();
  expect(countdown.left).toBe(300);
  given.until = undefined;
  flushSync();
  expect(countdown.left).toBeNull();
  given.until = now - OVER_MS;
  flushSync();
  expect(countdown.left).toBeNull();
});

test('a clock of the server that is told anew moves what is left', () => {
  const given = new Given();
  const clock = clockAt(1_000_000);
  given.until = 1_060_000;
  const countdown = counting(given, clock);
  clock.receive({ type: 'welcome', now: 1_030_000 } as ServerMessage);
  flushSync();
  expect(countdown.left).toBe(30);
});

test('before the server has told its clock, the page’s own is all there is', () => {
  expect(new ServerClock().now()).toBe(Date.now());
});

test.each([
  [0, '0:00'],
  [9, '0:09'],
  [151, '2:31'],
  [3_600, '1:00:00'],
  [7_265, '2:01:05'],
])('%i seconds are %s', (seconds, figure) => expect(clockFigure(seconds)).toBe(figure));

test('whoever hears it hears minutes, not each second', () => {
  const of = (from: number, to: number) =>
    new Set(Array.from({ length: from - to + 1 }, (_, index) => heard(from - index)));
  expect([...of(660, 1)]).toEqual([
    'less than 20 minutes',
    'less than 10 minutes',
    'less than 5 minutes',
    'less than 4 minutes',
    'less than 3 minutes',
    'less than 2 minutes',
    'less than a minute',
  ]);
});
