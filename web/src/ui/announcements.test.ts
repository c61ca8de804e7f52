import { expect, test } from 'vitest';
import { FakeClock } from '../protocol/fakes.ts';
import { Announcements, Voice } from './announcements.ts';

test('says the first at once, then at most one in five seconds, the latest', () => {
  const clock = new FakeClock();
  const said: [number, string][] = [];
  const announcements = new Announcements(new Voice(clock), (text) => said.push([clock.monotonic(), text]));
  for (let second = 0; second < 12; second++) {
    announcements.say(`${second}`);
    clock.advance(1_000);
  }
  expect(said).toEqual([
    [0, '0'],
    [5_000, '4'],
    [10_000, '9'],
  ]);
  clock.advance(10_000);
  expect(said.at(-1)).toEqual([15_000, '11']);
});

test('does not say the same twice, and drops what is no longer true', () => {
  const clock = new FakeClock();
  const said: string[] = [];
  const announcements = new Announcements(new Voice(clock), (text) => said.push(text));
  announcements.say('Live.');
  announcements.say('Lost.');
  announcements.say('Live.');
  clock.advance(60_000);
  expect(said).toEqual(['Live.']);
});

test('two that speak on one page take turns, five seconds apart, however much one of them has to say', () => {
  const clock = new FakeClock();
  const said: [number, string][] = [];
  const voice = new Voice(clock);
  const [polls, questions] = [0, 1].map(() => new Announcements(voice, (text) => said.push([clock.monotonic(), text])));
  for (let second = 0; second < 12; second++) {
    polls!.say(`${second} voted.`);
    if (second === 1) questions!.say('2 questions waiting.');
    clock.advance(1_000);
  }
  clock.advance(60_000);
  expect(said).toEqual([
    [0, '0 voted.'],
    [5_000, '4 voted.'],
    [10_000, '2 questions waiting.'],
    [15_000, '11 voted.'],
  ]);
});

test('E7: what is first goes before what waits, and what goes on all the time is said rarely', () => {
  const clock = new FakeClock();
  const voice = new Voice(clock);
  const said: string[] = [];
  const speak = (text: string) => void said.push(`${clock.monotonic()} ${text}`);
  const [own, state, lead] = [
    new Announcements(voice, speak, { first: true }),
    new Announcements(voice, speak),
    new Announcements(voice, speak, { rarely: true }),
  ];
  const start = clock.monotonic();
  lead.say('Tea leads.');
  state.say('Voting is still open.');
  own.say('Counted.');
  clock.advance(5_000);
  lead.say('Coffee leads.');
  clock.advance(5_000);
  for (let at = 0; at < 6; at++) {
    lead.say(at % 2 ? 'Tea leads.' : 'Coffee leads.');
    clock.advance(1_000);
  }
  lead.say('Coffee leads.');
  clock.advance(60_000);
  expect(said.map((each) => each.replace(/^\d+/, (at) => String(Number(at) - start)))).toEqual([
    '0 Tea leads.',
    '5000 Counted.',
    '10000 Voting is still open.',
    '30000 Coffee leads.',
  ]);
});
