// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { Desk } from '../desk.svelte.ts';
import { FakeLine, open, poll } from '../fakes.svelte.ts';
import { Conduct } from './conduct.svelte.ts';
import Countdown from './Countdown.svelte';
import Steer from './Steer.svelte';

const shown: object[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const each of shown.splice(0)) await unmount(each);
});

test('without a connection buttons look as if they did nothing; the main one does not while its words settle', () => {
  vi.useFakeTimers();
  const line = new FakeLine([open('a')]);
  line.say({ room: { ...line.state!.room, view: 'activity', activity: 'a' } });
  const desk = new Desk(line);
  const conduct = new Conduct(desk);
  const target = document.body;
  shown.push(
    mount(Steer, { target, props: { desk, conduct } }),
    mount(Countdown, { target, props: { line, conduct } }),
  );
  flushSync();
  const main = () => document.querySelector('.main')!;
  const looks = () => ['aria-disabled', 'title', 'class'].map((name) => main().getAttribute(name) ?? '');
  const pressable = ['', '', expect.not.stringContaining('blocked')];
  expect(looks()).toEqual(pressable);

  line.say({ runOrder: [poll('a', { state: 'locked', hasVotes: true })] });
  flushSync();
  expect(looks()).toEqual(['true', '', expect.not.stringContaining('blocked')]);
  vi.advanceTimersByTime(1_000);
  flushSync();
  expect(looks()).toEqual(pressable);

  const items = () => [...document.querySelectorAll('.items button')].map((each) => each.getAttribute('aria-disabled'));
  expect(items()).toEqual([null, null, null, null]);
  line.status = { kind: 'offline' };
  flushSync();
  expect(looks()).toEqual(['true', 'There is no connection to the server.', expect.stringContaining('blocked')]);
  expect(items()).toEqual(['true', 'true', 'true', 'true']);
  line.status = { kind: 'live' };
  flushSync();
  expect(looks()).toEqual(pressable);
});

test('E11: of an event that is finalised, nobody is told that it can be reopened', () => {
  const line = new FakeLine([open('a')]);
  line.say({ event: { ...line.state!.event, phase: 'finalised' } });
  const desk = new Desk(line);
  shown.push(mount(Steer, { target: document.body, props: { desk, conduct: new Conduct(desk) } }));
  flushSync();
  expect(document.querySelector('.main')!.textContent).toBe('This event has ended. ← and → show its results.');
});

test('where the run order begins and ends, the button that would go on says that there is nothing', () => {
  const line = new FakeLine([open('a'), poll('b')]);
  const desk = new Desk(line);
  shown.push(mount(Steer, { target: document.body, props: { desk, conduct: new Conduct(desk) } }));
  const blocked = (key: string) => document.querySelector(`[aria-keyshortcuts="${key}"]`)!.getAttribute('title');
  const sides = (activity: string) => {
    line.say({ room: { ...line.state!.room, view: 'activity', activity } });
    flushSync();
    return [blocked('ArrowLeft'), blocked('ArrowRight')];
  };
  expect(sides('a')).toEqual(['There is no activity before this one.', null]);
  expect(sides('b')).toEqual([null, 'This is the last activity.']);
});
