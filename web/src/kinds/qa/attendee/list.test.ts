import { describe, expect, test } from 'vitest';
import type {
  QuestionItem,
  QuestionOrder,
  QuestionPage,
  QuestionsHead,
  QuestionsMoved,
} from '../../../protocol/messages.gen.ts';
import { mended, moved, opened, paged, rows, taken, unsorted } from './list.ts';

const item = (n: number, up: number, over: Partial<QuestionItem> = {}): QuestionItem => ({
  n,
  up,
  text: `Question ${n}?`,
  minute: n,
  state: 'published',
  ...over,
});
const head = (items: QuestionItem[], over: Partial<QuestionsHead> = {}): QuestionsHead => ({
  type: 'questionsHead',
  ref: 1,
  activity: 'q',
  round: 1,
  feed: 'f',
  frame: 4,
  newest: Math.max(0, ...items.map(({ n }) => n)),
  order: 'popular',
  items,
  more: false,
  ...over,
});
const frame = (number: number, over: Partial<QuestionsMoved> = {}): QuestionsMoved => ({
  type: 'questionsMoved',
  activity: 'q',
  feed: 'f',
  frame: number,
  ...over,
});
const page = (items: QuestionItem[], more = false, order: QuestionOrder = 'popular'): QuestionPage => ({
  type: 'questionPage',
  ref: 2,
  activity: 'q',
  round: 1,
  order,
  items,
  more,
});
const list = () => opened(head([item(3, 48), item(1, 12), item(2, 5)]));
const seen = (of: ReturnType<typeof list>) => rows(of).map(({ n, up }) => [n, up]);

describe('the public list', () => {
  test('counts move under the reader’s eyes, rows do not', () => {
    const after = moved(list(), frame(5, { up: [2, 90, 99, 1] }));
    expect(seen(after)).toEqual([
      [3, 48],
      [1, 12],
      [2, 90],
    ]);
    expect(unsorted(after)).toBe(true);
    expect(seen(taken(after))).toEqual([
      [2, 90],
      [3, 48],
      [1, 12],
    ]);
  });

  test('newcomers wait until they are asked for', () => {
    const after = moved(list(), frame(5, { put: [item(4, 0), item(5, 0)] }));
    expect(seen(after)).toHaveLength(3);
    expect(after.fresh.size).toBe(2);
    expect(rows(taken(after)).map(({ n }) => n)).toEqual([3, 1, 2, 4, 5]);
    expect(rows(taken({ ...after, order: 'recent' })).map(({ n }) => n)).toEqual([5, 4, 3, 2, 1]);
    expect(taken(after).fresh.size).toBe(0);
  });

  test('level ones stand by number', () => {
    expect(rows(taken(opened(head([item(9, 5), item(2, 5), item(4, 5)])))).map(({ n }) => n)).toEqual([2, 4, 9]);
  });

  test('a changed one changes in place, a gone one goes', () => {
    const after = moved(list(), frame(5, { put: [item(1, 13, { state: 'live' })], gone: [3] }));
    expect(seen(after)).toEqual([
      [1, 13],
      [2, 5],
    ]);
    expect(rows(after)[0]!.state).toBe('live');
    expect(moved(moved(list(), frame(5, { put: [item(4, 0)] })), frame(6, { gone: [4] })).fresh.size).toBe(0);
  });

  test('what has its place on a page further down is not new', () => {
    const long = opened(head([item(30, 48), item(1, 12)], { more: true, newest: 40 }));
    expect(moved(long, frame(5, { put: [item(17, 3)] })).fresh.size).toBe(0);
    expect([...moved(long, frame(5, { put: [item(17, 20)] })).fresh]).toEqual([17]);
    expect([...moved(long, frame(5, { put: [item(41, 0)] })).fresh]).toEqual([41]);
  });

  test('nor is an old one that changes, when many numbers are public no more', () => {
    const few = opened(head([item(30, 48), item(1, 12)], { more: true, newest: 100 }));
    const after = moved(few, frame(5, { put: [item(90, 3, { labels: ['pay'] }), item(100, 0, { state: 'live' })] }));
    expect(after.fresh.size).toBe(0);
    expect([...moved(after, frame(6, { put: [item(101, 0)] })).fresh]).toEqual([101]);
  });

  test('an older frame is ignored; a missing one, or another feed, leaves a gap: nothing counts until a head', () => {
    expect(moved(list(), frame(4, { up: [3, 1] }))).toEqual(list());
    const gap = moved(list(), frame(6, { up: [3, 1] }));
    expect(gap.gap).toBe(true);
    expect(seen(gap)).toEqual(seen(list()));
    expect(moved(gap, frame(7, { up: [3, 2] }))).toBe(gap);
    expect(moved(list(), frame(5, { feed: 'other' })).gap).toBe(true);
  });

  test('pages are added below, without doubles', () => {
    const long = opened(head([item(3, 48), item(1, 12)], { more: true }));
    const after = paged(long, page([item(1, 12), item(2, 5)]));
    expect(seen(after)).toEqual([
      [3, 48],
      [1, 12],
      [2, 5],
    ]);
    expect(after.more).toBe(false);
    expect(paged(long, page([item(2, 5)], false, 'recent'))).toBe(long);
  });
});

describe('a head after a gap', () => {
  test('brings values; rows stay, what is gone goes, what is new waits', () => {
    const after = mended({ ...list(), gap: true }, head([item(1, 60), item(3, 50), item(4, 1)], { frame: 9 }));
    expect(seen(after)).toEqual([
      [3, 50],
      [1, 60],
    ]);
    expect([...after.fresh]).toEqual([4]);
    expect(after).toMatchObject({ gap: false, frame: 9, again: null });
    expect(moved(after, frame(10, { up: [3, 51] })).known.get(3)!.up).toBe(51);
  });

  test('as many pages are gathered as there were, and nothing goes before', () => {
    const items = Array.from({ length: 60 }, (_, index) => item(index + 1, 100 - index));
    let long = paged(opened(head(items.slice(0, 30), { more: true })), page(items.slice(30), true));
    expect(long.pages).toBe(2);
    long = mended(
      { ...long, gap: true },
      head(
        items.slice(0, 30).filter(({ n }) => n !== 7),
        { more: true, frame: 20 },
      ),
    );
    expect(long.again).not.toBeNull();
    expect(rows(long)).toHaveLength(60);
    long = moved(long, frame(21, { up: [40, 77], put: [item(61, 0)] }));
    long = paged(long, page(items.slice(30), true));
    expect(long.again).toBeNull();
    expect(rows(long).map(({ n }) => n)).toEqual(items.map(({ n }) => n).filter((n) => n !== 7));
    expect([...long.fresh]).toEqual([61]);
    expect(long.pages).toBe(2);
  });

  test('of another round or order is a list of its own', () => {
    expect(seen(mended(list(), head([item(1, 0)], { round: 2 })))).toEqual([[1, 0]]);
  });
});
