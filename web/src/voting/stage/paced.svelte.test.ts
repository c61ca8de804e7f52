// @vitest-environment happy-dom
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Hold } from '../../stage/hold.svelte.ts';
import { Lead, LEAD_MS, PACE_MS, Paced } from './paced.svelte.ts';
import { PAGE_MS, Pages } from './pages.svelte.ts';

let stop: () => void = () => undefined;
/** Made as in a component. */
function made<T>(make: () => T): T {
  let it!: T;
  stop = $effect.root(() => void (it = make()));
  flushSync();
  return it;
}
function pass(ms: number) {
  vi.advanceTimersByTime(ms);
  flushSync();
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

class Given<T> {
  value: T = $state.raw() as T;
  constructor(value: T) {
    this.value = value;
  }
  say(value: T) {
    this.value = value;
    flushSync();
  }
}

test('the newest of many tallies is taken over once a second; another round at once', () => {
  const given = new Given({ round: 1, votes: 0 });
  const paced = made(
    () =>
      new Paced(
        () => given.value,
        () => `${given.value.round}`,
      ),
  );
  pass(PACE_MS);
  given.say({ round: 1, votes: 1 });
  expect(paced.now.votes).toBe(1);
  for (let votes = 2; votes <= 10; votes++) {
    pass(90);
    given.say({ round: 1, votes });
  }
  expect(paced.now.votes).toBe(1);
  pass(PACE_MS - 9 * 90);
  expect(paced.now.votes).toBe(10);
  given.say({ round: 2, votes: 0 });
  expect(paced.now).toEqual({ round: 2, votes: 0 });
});

test('who leads is said a while after, however many tallies say the same meanwhile', () => {
  const given = new Given<string[]>(['a']);
  const lead = made(() => new Lead(() => given.value));
  given.say(['b']);
  for (let passed = 0; passed < LEAD_MS - 100; passed += 100) {
    pass(100);
    given.say(['b']);
    expect([...lead.now]).toEqual(['a']);
  }
  pass(100);
  expect([...lead.now]).toEqual(['b']);
});

test('a lead that does not last is never said; the first is said at once, as is its end', () => {
  const given = new Given<string[]>([]);
  const lead = made(() => new Lead(() => given.value));
  given.say(['a', 'b']);
  expect([...lead.now]).toEqual(['a', 'b']);
  given.say(['b']);
  pass(LEAD_MS / 2);
  given.say(['b', 'a']);
  pass(LEAD_MS);
  expect([...lead.now]).toEqual(['a', 'b']);
  given.say([]);
  expect([...lead.now]).toEqual([]);
});

test('pages follow one another, and begin again when there are fewer', () => {
  const count = new Given(3);
  const hold = new Hold();
  const pages = made(() => new Pages(() => count.value, hold));
  const seen = [0, 1, 2, 3].map(() => {
    const { at } = pages;
    pass(PAGE_MS);
    return at;
  });
  expect(seen).toEqual([0, 1, 2, 0]);
  const options = ['a', 'b', 'c', 'd', 'e'];
  expect(pages.of(options, { rows: 2, columns: 1, pages: 3 })).toEqual(['c', 'd']);
  pass(PAGE_MS);
  count.say(2);
  expect(pages.at).toBe(0);
  count.say(1);
  pass(3 * PAGE_MS);
  expect(pages.at).toBe(0);
  expect(pages.of(options, { rows: 5, columns: 1, pages: 1 })).toEqual(options);
});

test('pages that are held stay, then stand their whole time again; where there are none, none are held', () => {
  const count = new Given(2);
  const hold = new Hold();
  const pages = made(() => new Pages(() => count.value, hold));
  expect(hold.words?.hold).toBe('Hold page');
  pass(PAGE_MS - 10);
  hold.held = true;
  flushSync();
  pass(5 * PAGE_MS);
  expect(pages.at).toBe(0);
  hold.held = false;
  flushSync();
  pass(PAGE_MS - 10);
  expect(pages.at).toBe(0);
  pass(10);
  expect(pages.at).toBe(1);
  hold.held = true;
  count.say(3);
  expect(hold.held).toBe(true);
  count.say(1);
  expect([hold.words, hold.held]).toEqual([null, false]);
});
