import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FakeClock } from '../../../protocol/fakes.ts';
import type { React, Reaction } from '../../../protocol/messages.gen.ts';
import { BEAT_MS, MOST, Taps } from './taps.ts';

function desk(online = () => true) {
  const clock = new FakeClock();
  const sent: (React & { at: number })[] = [];
  const taps = new Taps(clock, (message) => online() && sent.push({ ...message, at: clock.now() }) > 0);
  return { clock, sent, taps };
}
const plain = (sent: React[]) => sent.map(({ kind, count }) => `${kind} ${count}`);

test('taps of half a second are one message', () => {
  const { clock, sent, taps } = desk();
  taps.tap('r', 'clap');
  clock.advance(200);
  taps.tap('r', 'clap');
  expect(sent).toEqual([]);
  clock.advance(300);
  expect(sent).toEqual([{ type: 'react', activity: 'r', kind: 'clap', count: 2, at: sent[0]!.at }]);
  clock.advance(10_000);
  expect(sent).toHaveLength(1);
});

test('nobody taps faster than a message can say', () => {
  const { clock, sent, taps } = desk();
  for (let i = 0; i < 40; i++) taps.tap('r', 'heart');
  clock.advance(BEAT_MS);
  expect(plain(sent)).toEqual([`heart ${MOST}`]);
});

test('several kinds take turns', () => {
  const { clock, sent, taps } = desk();
  for (const kind of ['clap', 'idea', 'clap', 'question'] as const) taps.tap('r', kind);
  clock.advance(10 * BEAT_MS);
  expect(plain(sent)).toEqual(['clap 2', 'idea 1', 'question 1']);
});

test('what cannot be sent is forgotten, and what comes later goes out', () => {
  let online = false;
  const { clock, sent, taps } = desk(() => online);
  taps.tap('r', 'clap');
  taps.tap('r', 'heart');
  clock.advance(10 * BEAT_MS);
  online = true;
  clock.advance(10 * BEAT_MS);
  expect(sent).toEqual([]);
  taps.tap('r', 'idea');
  clock.advance(BEAT_MS);
  expect(plain(sent)).toEqual(['idea 1']);
});

test('leaving forgets what waits', () => {
  const { clock, sent, taps } = desk();
  taps.tap('r', 'clap');
  taps.stop();
  clock.advance(10 * BEAT_MS);
  expect(sent).toEqual([]);
});

test('whatever is tapped: two messages a second at most, one to five each, and no tap twice', () => {
  const step = fc.tuple(
    fc.constantFrom<Reaction>('clap', 'heart', 'idea', 'question'),
    fc.integer({ min: 0, max: 700 }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const { clock, sent, taps } = desk();
      for (const [kind, pause] of steps) {
        taps.tap('r', kind);
        clock.advance(pause);
      }
      clock.advance(10 * BEAT_MS);
      sent.forEach(({ at, count }, i) => {
        expect(count).toBeGreaterThanOrEqual(1);
        expect(count).toBeLessThanOrEqual(MOST);
        if (i > 0) expect(at - sent[i - 1]!.at).toBeGreaterThanOrEqual(BEAT_MS);
      });
      const total = sent.reduce((sum, { count }) => sum + count, 0);
      expect(total).toBeLessThanOrEqual(steps.length);
      expect(total > 0).toBe(steps.length > 0);
    }),
  );
});
