import { describe, expect, test } from 'vitest';
import type { QueueItem } from '../../../protocol/messages.gen.ts';
import { counted, question } from './fakes.ts';
import { begin, learnt, mergedByRoot, moved } from './feed.ts';
import { ALL, marked, order, passes, twinned, type Filter } from './lists.ts';

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

describe('what is looked for', () => {
  const item = question('a', { text: 'Pay for part-time LEADERS', name: 'Somebody', labels: ['pay'] });
  const find = (filter: Partial<Filter>) => passes(item, { ...ALL, ...filter }, new Set());

  test('words, all of them, without capitals and accents; a label', () => {
    expect([
      find({ search: 'leaders pay' }),
      find({ search: 'somebody' }),
      find({ search: 'leaders men' }),
      find({ label: 'pay' }),
      find({ label: 'board' }),
      find({ search: 'LÉADERS' }),
      find({}),
    ]).toEqual([true, true, false, true, false, true, true]);
  });

  test('likely twins: what waits, and what it may ask the same as', () => {
    const waiting = [question('w', { like: ['p'] }), question('x')];
    const of = twinned(waiting);
    expect([...waiting, question('p', { state: 'published', n: 1 })].map((each) => marked(each, 'twins', of))).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('what needs care, has no label, or is in Welsh', () => {
    const care = question('c', { abusive: true, lang: 'cy' });
    expect([marked(care, 'care', new Set()), marked(item, 'care', new Set())]).toEqual([true, false]);
    expect([marked(care, 'unlabelled', new Set()), marked(item, 'unlabelled', new Set())]).toEqual([true, false]);
    expect([find({ mark: 'cy' }), passes(care, { ...ALL, mark: 'cy' }, new Set())]).toEqual([false, true]);
  });
});

test('orders, with the live question before all others', () => {
  const items = [
    question('a', { n: 1, up: 3, asked: 5, state: 'published' }),
    question('b', { n: 2, up: 51, asked: 6, state: 'published' }),
    question('c', { n: 3, up: 3, asked: 4, state: 'published' }),
    question('d', { n: 4, up: 0, asked: 9, state: 'live' }),
  ];
  const by = (sort: Parameters<typeof order>[0]) =>
    [...items]
      .sort(order(sort))
      .map(({ id }) => id)
      .join('');
  expect([by('upvotes'), by('newest'), by('oldest')]).toEqual(['dbac', 'dbac', 'dcab']);
});
