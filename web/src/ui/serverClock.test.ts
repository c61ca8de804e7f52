import { expect, test } from 'vitest';
import { FakeClock } from '../protocol/fakes.ts';
import type { Welcome } from '../protocol/messages.gen.ts';
import { ServerClock } from './serverClock.ts';

test('the clock of the server goes on from what its greeting said, whatever time this device has', () => {
  const own = new FakeClock();
  const clock = new ServerClock(own);
  clock.receive({ type: 'welcome', now: 5_000 } as Welcome);
  own.advance(1_500);
  expect(clock.now()).toBe(6_500);
  clock.receive({ type: 'welcome', now: 6_400 } as Welcome);
  expect(clock.now()).toBe(6_400);
});
