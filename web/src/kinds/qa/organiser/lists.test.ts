import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QueueItem, QuestionState } from '../../../protocol/messages.gen.ts';
import { counted, question } from './fakes.ts';
import { begin, learnt, mergedByRoot, moved } from './feed.ts';
import { changed, extended, fits, opened, order, type View } from './lists.ts';

const head = (items: QueueItem[]) => ({
  type: 'queueHead' as const,
  ref: 1,
  activity: 'qa',
  round: 1,
  feed: 'f',
  frame: 7,
  items,
  more: false,
  counts: counted(items),
  hands: [
    { hand: 'me', who: 'Me', id: 'a' },
    { hand: 'x', who: 'Other', id: 'a' },
  ],
  hand: 'me',
});
const frame = (frame: number, more: object = {}) => ({
  type: 'queueMoved' as const,
  activity: 'qa',
  feed: 'f',
  frame,
  counts: counted([]),
  ...more,
});
const waiting: View = { tab: 'waiting', label: null, search: '' };

describe('frames', () => {
  const feed = begin(head([question('a', { n: 4, state: 'published', up: 1 })]), null);

  test('one after the other; an old one says nothing, a missing one or another feed asks for the head', () => {
    expect(moved(feed, frame(8))?.frame).toBe(8);
    expect(moved(feed, frame(7))).toBe(feed);
    expect(moved(feed, frame(9))).toBeNull();
    expect(moved(feed, { ...frame(8), feed: 'g' })).toBeNull();
  });

  test('numbers nobody heard of are left out', () => {
    expect([...moved(feed, frame(8, { up: [4, 9, 5, 77] }))!.items.values()].map(({ up }) => up)).toEqual([9]);
  });

  test('one’s own hand is left out', () => expect(feed.hands.map(({ who }) => who)).toEqual(['Other']));

  test('a page that a frame overtook does not bring the past back', () => {
    const items = learnt(new Map([['a', question('a', { rev: 3, state: 'declined' })]]), [question('a', { rev: 2 })]);
    expect(items.get('a')!.state).toBe('declined');
  });

  test('another round begins with nothing; a fresh head of the same one keeps what is known', () => {
    expect([...begin(head([]), feed).items.keys()]).toEqual(['a']);
    expect(begin({ ...head([]), round: 2 }, feed).items.size).toBe(0);
  });

  test('what is merged below a question', () => {
    const merged = (id: string, asked: number) => question(id, { state: 'merged', into: 'a', asked });
    const below = mergedByRoot([question('a'), merged('c', 2), merged('b', 1), question('d', { into: 'a' })]);
    expect([...below].map(([root, items]) => [root, items.map(({ id }) => id)])).toEqual([['a', ['b', 'c']]]);
  });
});

describe('a list', () => {
  test('search and label', () => {
    const item = question('a', { text: 'Pay for part-time LEADERS', name: 'Somebody', labels: ['pay'] });
    const find = (search: string, label: string | null = null) => fits(item, { ...waiting, search, label });
    expect([
      find('leaders pay'),
      find('somebody'),
      find('leaders men'),
      find('', 'pay'),
      find('', 'board'),
      find('LÉADERS'),
    ]).toEqual([true, true, false, true, false, true]);
  });

  test('what belongs below the last page waits for it', () => {
    const items = new Map(['a', 'b', 'z'].map((id, at) => [id, question(id, { asked: at })]));
    const list = opened(waiting, { items: [items.get('a')!, items.get('b')!], after: 'b', total: 9 });
    expect(changed(list, items, [items.get('z')!])).toMatchObject({ ids: ['a', 'b'], total: 10 });
    expect(extended(list, { items: [items.get('b')!, items.get('z')!], after: null, total: 9 }).ids).toEqual([
      'a',
      'b',
      'z',
    ]);
  });

  test('after any changes it holds what fits, once, and what stayed kept its order', () => {
    const state = fc.constantFrom<QuestionState>('waiting', 'published', 'live', 'declined');
    const step = fc.array(fc.record({ id: fc.constantFrom(...'abcdefgh'), state, asked: fc.nat(5) }), { maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 8 }),
        fc.constantFrom<View['tab']>('waiting', 'published', 'declined'),
        (steps, tab) => {
          let items: ReadonlyMap<string, QueueItem> = new Map([...'abcdefgh'].map((id) => [id, question(id)]));
          const view = { ...waiting, tab };
          let list = opened(view, {
            items: [...items.values()].filter((item) => fits(item, view)).sort(order(tab)),
            after: null,
            total: null,
          });
          for (const [rev, puts] of steps.entries()) {
            const put = puts.map((each) => question(each.id, { ...each, rev: rev + 2, n: 1 }));
            items = learnt(items, put);
            const before = list.ids;
            list = changed(list, items, put);
            expect([...list.ids].sort()).toEqual(
              [...items.values()]
                .filter((item) => fits(item, view))
                .map(({ id }) => id)
                .sort(),
            );
            expect(before.filter((id) => list.ids.includes(id))).toEqual(list.ids.filter((id) => before.includes(id)));
          }
        },
      ),
    );
  });
});
