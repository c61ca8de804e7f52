import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Placer, TALL, type Frame, type Picture, type Term } from './placer.ts';

const measure = (text: string) => [...text].length * 0.58;
const frames: Frame[] = [
  { width: 86, height: 33, least: 1.4, most: 7, measure },
  { width: 60, height: 20, least: 1.4, most: 7, measure },
  { width: 42, height: 60, least: 2.2, most: 9, measure },
];

const id = fc.integer({ min: 0, max: 59 }).map((n) => `t${n}`);
const text = fc.integer({ min: 1, max: 40 }).map((length) => 'abcdefgh'.repeat(5).slice(0, length));
type Step =
  | { does: 'more' | 'fewer'; id: string; by: number }
  | { does: 'write'; id: string; text: string }
  | { does: 'leave'; id: string }
  | { does: 'join'; id: string; into: string };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ does: fc.constant('more' as const), id, by: fc.integer({ min: 1, max: 30 }) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('fewer' as const), id, by: fc.integer({ min: 1, max: 9 }) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('write' as const), id, text }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('leave' as const), id }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('join' as const), id, into: id }) },
);
const history = fc.record({
  frame: fc.integer({ min: 0, max: frames.length - 1 }),
  texts: fc.array(text, { minLength: 60, maxLength: 60 }),
  steps: fc.array(fc.array(step, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 12 }),
});
type History = typeof history extends fc.Arbitrary<infer H> ? H : never;

/** The lists of terms that a stage is told, one after the other. */
function* told({ texts, steps }: Pick<History, 'texts' | 'steps'>): Generator<Term[]> {
  const counts = new Map<string, number>();
  const words = new Map(texts.map((each, at) => [`t${at}`, each]));
  const add = (id: string, by: number) => counts.set(id, Math.max(0, (counts.get(id) ?? 0) + by));
  for (const tally of steps) {
    for (const each of tally) {
      if (each.does === 'more') add(each.id, each.by);
      else if (each.does === 'fewer') add(each.id, -each.by);
      else if (each.does === 'write') words.set(each.id, each.text);
      else if (each.does === 'leave') counts.delete(each.id);
      else if (each.does === 'join' && each.id !== each.into) {
        add(each.into, counts.get(each.id) ?? 0);
        counts.delete(each.id);
      }
    }
    yield [...counts].filter(([, count]) => count > 0).map(([id, count]) => ({ id, count, text: words.get(id)! }));
  }
}

const boxes = ({ words }: Picture, { measure }: Frame) =>
  words.map(({ text, x, y, size }) => ({ text, x, y, w: measure(text) * size, h: TALL * size }));

function apart(picture: Picture, frame: Frame): void {
  const all = boxes(picture, frame);
  for (const [n, one] of all.entries()) {
    if (Math.abs(one.x) + one.w / 2 > frame.width / 2 || Math.abs(one.y) + one.h / 2 > frame.height / 2) {
      throw new Error(`outside: ${JSON.stringify(one)}`);
    }
    for (const other of all.slice(n + 1)) {
      const clear =
        Math.abs(one.x - other.x) >= (one.w + other.w) / 2 || Math.abs(one.y - other.y) >= (one.h + other.h) / 2;
      if (!clear) throw new Error(`overlap: ${JSON.stringify([one, other])}`);
    }
  }
}

function asNumbersSay({ words }: Picture, { least, most }: Frame): void {
  for (const [n, word] of words.entries()) {
    if (word.size < least || word.size > most) throw new Error(`size ${word.size}`);
    const before = words[n - 1];
    const same = before?.count === word.count;
    if (before && (same ? before.size !== word.size : before.count < word.count || before.size < word.size)) {
      throw new Error(`order: ${JSON.stringify([before, word])}`);
    }
  }
}

function stayed(before: Picture | undefined, { words }: Picture): void {
  const stood = new Map(before?.words.map((word) => [word.id, word]));
  for (const word of words) {
    const was = stood.get(word.id);
    if (was?.text === word.text && (was.x !== word.x || was.y !== word.y)) {
      throw new Error(`moved: ${JSON.stringify([was, word])}`);
    }
  }
}

test('nothing overlaps, moves, leaves the frame or is too small; sizes are as numbers are; always the same', () => {
  fc.assert(
    fc.property(history, ({ frame: which, ...rest }) => {
      const frame = frames[which]!;
      const [placer, again] = [new Placer(frame), new Placer(frame)];
      let before: Picture | undefined;
      for (const terms of told(rest)) {
        const picture = placer.next(terms);
        apart(picture, frame);
        asNumbersSay(picture, frame);
        stayed(before, picture);
        expect(again.next([...terms].reverse())).toEqual(picture);
        expect(picture.words.length + picture.left).toBe(terms.length);
        before = picture;
      }
    }),
    { numRuns: 1_000 },
  );
}, 60_000);
