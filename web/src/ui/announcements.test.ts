import { expect, test } from 'vitest';
import { FakeClock } from '../protocol/fakes.ts';
import { Announcements } from './announcements.ts';

test('says the first at once, then at most one in five seconds, the latest', () => {
  const clock = new FakeClock();
  const said: [number, string][] = [];
  const announcements = new Announcements(clock, (text) => said.push([clock.monotonic(), text]));
  for (let second = 0; second < 12; second++) {
    announcements.say(`${second}`);
    clock.advance(1_000);
  }
  expect(said).toEqual([[0, '0'], [5_000, '4'], [10_000, '9']]);
  clock.advance(10_000);
  expect(said.at(-1)).toEqual([15_000, '11']);
});

test('does not say the same twice, and drops what is no longer true', () => {
  const clock = new FakeClock();
  const said: string[] = [];
  const announcements = new Announcements(clock, (text) => said.push(text));
  announcements.say('Live.');
  announcements.say('Lost.');
  announcements.say('Live.');
  clock.advance(60_000);
  expect(said).toEqual(['Live.']);
});
