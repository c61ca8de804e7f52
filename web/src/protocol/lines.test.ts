import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dice, World, type Fault } from './lines.fakes.ts';

function connected(seed = 1, rttMs = 40): World {
  const world = new World(dice(seed), rttMs);
  world.feed({ type: 'start' });
  world.pass(3_000);
  expect(world.lines.status).toEqual({ kind: 'live', beats: true });
  return world;
}

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const rtts = fc.integer({ min: 2, max: 600 });

describe('C1 the lines of a page', () => {
  test.each(['mute', 'up', 'down'] as const)(
    'withdraw "live" within 6 s when the line turns %s, and are live on a second one soon after',
    (fault) => {
      fc.assert(
        fc.property(seeds, rtts, fc.integer({ min: 0, max: 9_000 }), (seed, rtt, wait) => {
          const world = connected(seed, rtt);
          world.pass(wait);
          world.fault(fault);
          world.pass(rtt); // what was on its way arrives
          let withdrawn = Infinity;
          const since = world.now;
          world.pass(6_000, () => (withdrawn = world.live ? withdrawn : Math.min(withdrawn, world.now - since)));
          expect(withdrawn).toBeLessThanOrEqual(6_000);
          world.pass(2_250 + 3 * rtt + 1_000);
          expect([world.live, world.replaced, world.opened]).toEqual([true, 1, 2]);
        }),
      );
    },
  );

  test('a vote that is not answered withdraws it after 2.5 s, also without beats', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom<Fault>('mute', 'up', 'down'), fc.boolean(), (seed, fault, beating) => {
        const world = connected(seed);
        world.beating = beating;
        world.feed({ type: 'heard', id: world.lines.first!.id, beatMs: beating ? 2_000 : 0 });
        world.pass(100);
        world.fault(fault);
        expect(world.send(7)).toBe(true);
        world.pass(2_500);
        expect(world.live).toBe(false);
        world.pass(2_250 + 120 + 1_000);
        expect([world.live, world.replaced]).toEqual([true, 1]);
      }),
    );
  });

  test.each(['mute', 'up', 'down'] as const)(
    'a line that turns %s before it is welcomed gets another beside it after 4 s',
    (fault) => {
      fc.assert(
        fc.property(seeds, rtts, fc.nat(100), (seed, rtt, part) => {
          const world = new World(dice(seed), rtt);
          world.feed({ type: 'start' });
          world.pass((rtt * part) / 100);
          world.fault(fault);
          world.pass(4_000 + 2_250 + 3 * rtt + 1_000);
          expect([world.live, world.opened, world.most]).toEqual([true, 2, 2]);
        }),
      );
    },
  );

  test('a server that halts while a hall says hello welcomes each on its first line', () => {
    fc.assert(
      fc.property(seeds, rtts, fc.integer({ min: 100, max: 9_000 }), (seed, rtt, halt) => {
        const world = new World(dice(seed), rtt);
        world.halted = true;
        world.feed({ type: 'start' });
        world.pass(halt);
        world.resume();
        world.pass(4 * rtt + 1_000);
        expect([world.live, world.lines.first!.id, world.lines.second]).toEqual([true, 1, null]);
      }),
    );
  });

  test('a slow answer of a server that is there withdraws nothing', () => {
    const world = connected();
    world.feed({ type: 'sent', ref: 7 }); // and the store takes its time
    world.pass(60_000, () => expect(world.live).toBe(true));
    expect(world.opened).toBe(1);
  });

  test('a server that halts keeps every connection, however long, and all are live at once when it goes on', () => {
    fc.assert(
      fc.property(
        seeds,
        rtts,
        fc.integer({ min: 0, max: 9_000 }),
        fc.integer({ min: 100, max: 9_000 }),
        fc.boolean(),
        (seed, rtt, wait, halt, votes) => {
          const world = connected(seed, rtt);
          world.pass(wait);
          const { id } = world.lines.first!;
          world.halted = true;
          if (votes) world.send(7);
          world.pass(halt);
          world.resume();
          world.pass(2 * rtt + 4_000); // a line whose welcome timed out is tried once more
          expect([world.live, world.lines.first!.id, world.replaced]).toEqual([true, id, 0]);
          expect(world.lines.second).toBeNull();
        },
      ),
    );
  });

  test('a halted server reads the second hello before the first ping: the first still has a moment', () => {
    const world = connected();
    world.fault('mute');
    world.until(() => world.lines.second?.welcomedAt != null);
    const { first } = world.lines;
    expect(world.live).toBe(false);
    world.pass(900);
    world.feed({ type: 'heard', id: first!.id, ref: 0 });
    expect([world.live, world.lines.first!.id, world.lines.second, world.replaced]).toEqual([true, first!.id, null, 0]);
  });

  test('nobody home: never more than two, with pauses that grow', () => {
    const world = connected();
    world.halted = true;
    world.pass(600_000);
    expect(world.most).toBe(2);
    expect(world.opened).toBeLessThan(50);
    world.resume();
    world.pass(1_000);
    expect([world.live, world.replaced]).toEqual([true, 0]);
  });

  test('the second takes over at once when the first ends', () => {
    const world = connected();
    world.fault('mute');
    world.until(() => world.lines.second?.welcomedAt != null);
    expect(world.live).toBe(false);
    world.cut(world.lines.first!.id);
    expect([world.live, world.lines.second]).toEqual([true, null]);
  });

  test('offline, online and awake act at once', () => {
    const world = connected();
    world.feed({ type: 'offline' });
    expect(world.live).toBe(false);
    world.fault('mute');
    world.feed({ type: 'wake', online: true });
    world.pass(300 + 120);
    expect(world.opened).toBe(2);
    world.pass(1_000);
    expect([world.live, world.replaced]).toEqual([true, 1]);
    world.feed({ type: 'offline' }); // a browser that is wrong about it
    world.pass(40);
    expect([world.live, world.opened]).toEqual([true, 2]);
  });

  test('whatever happens: two at most, live only when proven, and live in the end', () => {
    const happening = fc.oneof(
      fc.record({
        what: fc.constantFrom(
          'mute',
          'up',
          'down',
          'whole',
          'halt',
          'resume',
          'cut',
          'offline',
          'online',
          'wake',
          'vote',
          'quiet',
        ),
      }),
    );
    fc.assert(
      fc.property(
        seeds,
        rtts,
        fc.array(fc.tuple(happening, fc.integer({ min: 0, max: 8_000 })), { maxLength: 25 }),
        (seed, rtt, story) => {
          const world = new World(dice(seed), rtt);
          world.feed({ type: 'start' });
          let ref = 0;
          const look = () => {
            const { first, status, second } = world.lines;
            if (second && !first) throw new Error('a second without a first');
            if (status.kind !== 'live') return;
            if (!first || first.welcomedAt === null) throw new Error('live without a welcome');
            if (world.now - (first.asked[0]?.at ?? world.now) >= 2_500) throw new Error('live without an answer');
            if (status.beats && world.now - first.heardAt >= 5_000) throw new Error('live without a beat');
          };
          for (const [{ what }, ms] of story) {
            if (what === 'mute' || what === 'up' || what === 'down') world.fault(what);
            if (what === 'halt') world.halted = true;
            if (what === 'resume') world.resume();
            if (what === 'cut' && world.lines.first) world.cut(world.lines.first.id);
            if (what === 'offline') world.feed({ type: 'offline' });
            if (what === 'online' || what === 'wake') world.feed({ type: 'wake', online: what === 'online' });
            if (what === 'vote') world.send(++ref);
            if (what === 'quiet') world.beating = !world.beating;
            look();
            world.pass(ms, look);
          }
          expect(world.most).toBeLessThanOrEqual(2);
          world.resume();
          world.fault('whole');
          world.pass(60_000, look);
          expect(world.live).toBe(true);
          expect(world.lines.second).toBeNull();
        },
      ),
      { numRuns: 300 },
    );
  });

  test('what was stopped stays so', () => {
    const world = connected();
    world.feed({ type: 'stop' });
    world.feed({ type: 'wake', online: true });
    world.pass(60_000);
    expect([world.opened, world.lines.first]).toEqual([1, null]);
    world.feed({ type: 'start' });
    world.pass(1_000);
    expect([world.opened, world.live]).toEqual([2, true]);
  });
});
