import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Desk } from '../../../organiser/event/desk.svelte.ts';
import { FakeLine } from '../../../organiser/event/fakes.svelte.ts';
import { FakeQueue, question } from './fakes.ts';
import { BESIDE, fits, SIDES } from './lists.ts';
import { Moderation } from './moderation.svelte.ts';
import { Queue } from './queue.svelte.ts';

const settle = async () => {
  for (let round = 0; round < 4; round++) await new Promise((done) => setImmediate(done));
};

async function moderator(server: FakeQueue | null, items = [question('a')]) {
  const line = new FakeLine();
  const stands = server ?? new FakeQueue(line, items);
  if (server) server.join(line);
  const queue = new Queue(new Desk(line));
  line.listen((message) => queue.receive(message));
  await queue.watch();
  return { server: stands, queue, moderation: new Moderation(queue) };
}

const acts = [
  'approve',
  'decline',
  'archive',
  'restore',
  'merge',
  'highlight',
  'answered',
  'undo',
  'label',
  'correct',
  'swap',
  'look',
  'hear',
  'miss',
] as const;
const step = fc.record({
  who: fc.nat(1),
  act: fc.constantFrom(...acts),
  place: fc.nat(9),
  tab: fc.constantFrom(...BESIDE),
  side: fc.constantFrom(...SIDES),
});

test(
  'two moderators who act at random on the same questions, over lines that are late and lose frames, end alike',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const items = Array.from({ length: 8 }, (_, index) => question(`q${index}`, { asked: index }));
        const first = await moderator(null, items);
        const second = await moderator(first.server);
        const server = first.server;
        server.held = true;
        for (const { who, act, place, tab, side } of steps) {
          const { queue, moderation } = [first, second][who]!;
          const ids = queue.ids(side);
          const id = ids[place % Math.max(1, ids.length)];
          if (act === 'hear' || act === 'miss') server.next(who, act === 'miss');
          else if (act === 'look') queue.tab(tab);
          else if (act === 'undo') void moderation.undo();
          else if (id && act === 'label') void moderation.moderate([id], { kind: 'label', add: ['pay'], remove: [] });
          else if (id && act === 'correct') {
            void moderation.moderate([id], { kind: 'correct', text: `Words ${place}` });
          } else if (id && act === 'swap') {
            moderation.run('merge', [id]);
            moderation.merging.swap();
          } else if (id && act !== 'correct' && act !== 'swap') moderation.run(act, [id]);
          if (queue.mode === 'decline') moderation.because('other', '');
          if (queue.mode === 'merge' && moderation.merging.into) void moderation.mergeNow();
          else if (queue.mode === 'merge') moderation.cancel();
          await settle();
        }
        server.release();
        await settle();
        for (const { queue } of [first, second]) {
          for (const column of SIDES) {
            const tab = column === 'waiting' ? 'waiting' : queue.columns.tab;
            const shown = [...server.items.values()].filter((item) => fits(item, tab));
            expect([...queue.ids(column)].sort()).toEqual(shown.map(({ id }) => id).sort());
            expect(queue.rows(column).map((row) => server.items.get(row.id))).toEqual(queue.rows(column));
          }
          expect([...queue.leaving]).toEqual([]);
          expect(queue.counts).toEqual(queue.feed!.counts);
        }
        expect(first.queue.feed!.counts).toEqual(second.queue.feed!.counts);
      }),
      { numRuns: 150 },
    );
  },
);
