import { expect, test } from 'vitest';
import { FakeClock } from '../../../protocol/fakes.ts';
import type {
  GetQuestions,
  QuestionItem,
  QuestionsHead,
  QuestionsMoved,
  WatchQuestions,
} from '../../../protocol/messages.gen.ts';
import { Feed } from './feed.svelte.ts';
import { rows } from './list.ts';

const item = (n: number, up = 0): QuestionItem => ({ n, up, text: `Question ${n}?`, minute: n, state: 'published' });
const items = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => item(from + index));

function feed() {
  const clock = new FakeClock();
  const sent: (WatchQuestions | GetQuestions)[] = [];
  let ref = 0;
  const made = new Feed({ clock, random: () => 0.5, send: (message) => sent.push(message) > 0, nextRef: () => ++ref });
  const head = (over: Partial<QuestionsHead> = {}) =>
    made.receive({
      type: 'questionsHead',
      ref: sent.at(-1)!.ref,
      activity: 'q',
      round: 1,
      feed: 'f',
      frame: 0,
      newest: 30,
      order: made.order,
      items: items(1, 30),
      more: true,
      ...over,
    });
  const page = (from: number, to: number, more: boolean) =>
    made.receive({
      type: 'questionPage',
      ref: sent.at(-1)!.ref,
      activity: 'q',
      round: 1,
      order: made.order,
      items: items(from, to),
      more,
    });
  const moved = (frame: number, over: Partial<QuestionsMoved> = {}) =>
    made.receive({ type: 'questionsMoved', activity: 'q', feed: 'f', frame, ...over });
  return { feed: made, clock, sent, head, page, moved, shown: () => rows(made.list!).map(({ n }) => n) };
}
const qa = { id: 'q', round: 1 };

test('watches when somebody looks and there is a connection, and stops when nobody looks', () => {
  const t = feed();
  t.feed.watch(qa);
  expect(t.sent).toEqual([]);
  t.feed.connected();
  expect(t.sent).toMatchObject([{ type: 'watchQuestions', on: true, order: 'popular' }]);
  t.head();
  t.feed.unwatch();
  expect(t.sent.at(-1)).toMatchObject({ type: 'watchQuestions', on: false });
  expect(t.shown()).toHaveLength(30);
});

test('a missing frame: a new head after a short wait, then as many pages as were shown', () => {
  const t = feed();
  t.feed.connected();
  t.feed.watch(qa);
  t.head();
  t.feed.more();
  expect(t.sent.at(-1)).toMatchObject({ type: 'getQuestions', after: { up: 0, n: 30 } });
  t.page(31, 60, true);
  t.moved(2);
  expect(t.sent).toHaveLength(2);
  t.clock.advance(125);
  expect(t.sent.at(-1)).toMatchObject({ type: 'watchQuestions', on: true });
  t.head({ frame: 7 });
  expect(t.sent.at(-1)).toMatchObject({ type: 'getQuestions', after: { n: 30 } });
  t.page(31, 60, true);
  expect(t.sent).toHaveLength(4);
  expect(t.shown()).toHaveLength(60);
  t.moved(8, { up: [1, 5] });
  expect(t.feed.list).toMatchObject({ gap: false, frame: 8 });
});

test('a lost connection is mended without rows moving; the reader’s press re-sorts', () => {
  const t = feed();
  t.feed.connected();
  t.feed.watch(qa);
  t.head();
  t.feed.lost();
  t.feed.connected();
  const sorted = [item(30, 9), ...items(1, 29)];
  t.head({ items: sorted, frame: 40, feed: 'g' });
  expect(t.shown()[0]).toBe(1);
  t.feed.show('popular');
  t.head({ items: sorted, frame: 41, feed: 'g' });
  expect(t.shown()[0]).toBe(30);
});

test('an answer to an earlier question is ignored', () => {
  const t = feed();
  t.feed.connected();
  t.feed.watch(qa);
  const first = t.sent[0]!.ref;
  t.feed.show('recent');
  t.head({ ref: first, order: 'popular' });
  expect(t.feed.list).toBeNull();
  t.head({ items: items(1, 2).reverse(), more: false });
  expect(t.shown()).toEqual([2, 1]);
});

test('without a connection a press sorts what is here', () => {
  const t = feed();
  t.feed.connected();
  t.feed.watch(qa);
  t.head({ items: [item(1, 5), item(2, 3)], more: false });
  t.moved(1, { put: [item(3)] });
  t.feed.lost();
  t.feed.show('recent');
  expect(t.shown()).toEqual([3, 2, 1]);
});

test('a busy server is asked again later, another error is not', () => {
  const t = feed();
  t.feed.connected();
  t.feed.watch(qa);
  t.feed.receive({ type: 'error', ref: t.sent[0]!.ref, code: 'busy', message: 'Busy.', retryAfterMs: 1_000 });
  expect(t.feed.busy).toBe(false);
  t.clock.advance(3_000);
  expect(t.sent).toHaveLength(2);
  t.feed.receive({ type: 'error', ref: t.sent[1]!.ref, code: 'unknownActivity', message: 'None.' });
  t.clock.advance(60_000);
  expect(t.sent).toHaveLength(2);
});

test('a reset begins anew', () => {
  const t = feed();
  t.feed.connected();
  t.feed.watch(qa);
  t.head();
  t.feed.watch({ id: 'q', round: 2 });
  expect(t.feed.list).toBeNull();
  t.head({ round: 2, items: [], more: false });
  expect(t.shown()).toEqual([]);
});
