import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { QuestionItem, QuestionsMoved } from '../../../protocol/messages.gen.ts';
import { compare, mended, moved, opened, paged, rows, taken, type List, unsorted } from './list.ts';

/**
 * The server's board: numbers in the order of publication, frames numbered by the board, a reader's head and pages cut
 * from it.
 */
class Board {
  readonly items = new Map<number, QuestionItem>();
  frame = 0;
  private n = 0;
  private pending: { up: Set<number>; put: Set<number>; gone: Set<number> } = {
    up: new Set(),
    put: new Set(),
    gone: new Set(),
  };

  publish(): void {
    const n = ++this.n;
    this.items.set(n, { n, up: 0, text: `Question ${n}?`, minute: n, state: 'published' });
    this.pending.put.add(n);
  }
  upvote(pick: number, by: number): void {
    const item = this.pick(pick);
    if (!item) return;
    this.items.set(item.n, { ...item, up: item.up + by });
    this.pending.up.add(item.n);
  }
  answer(pick: number): void {
    const item = this.pick(pick);
    if (!item) return;
    this.items.set(item.n, { ...item, state: 'answered' });
    this.pending.put.add(item.n);
  }
  decline(pick: number): void {
    const item = this.pick(pick);
    if (!item) return;
    this.items.delete(item.n);
    this.pending.gone.add(item.n);
  }
  tick(): QuestionsMoved {
    const { up, put, gone } = this.pending;
    this.pending = { up: new Set(), put: new Set(), gone: new Set() };
    const there = (numbers: Set<number>) => [...numbers].flatMap((n) => this.items.get(n) ?? []);
    return {
      type: 'questionsMoved',
      activity: 'q',
      feed: 'f',
      frame: ++this.frame,
      up: there(up).flatMap(({ n, up }) => [n, up]),
      put: there(put),
      gone: [...gone].filter((n) => !this.items.has(n)),
    };
  }
  sorted = (): QuestionItem[] => [...this.items.values()].sort(compare('popular'));
  /** As the server does it: the frame before goes out first, so that a head never knows more than its number says. */
  head = () =>
    ({
      type: 'questionsHead',
      ref: 1,
      activity: 'q',
      round: 1,
      feed: 'f',
      frame: this.frame,
      newest: this.n,
      order: 'popular',
      items: this.sorted().slice(0, 30),
      more: this.items.size > 30,
    }) as const;
  page(list: List) {
    const below = this.sorted().filter((item) => compare('popular')(list.last!, item) < 0);
    return {
      type: 'questionPage',
      ref: 2,
      activity: 'q',
      round: 1,
      order: 'popular',
      items: below.slice(0, 30),
      more: below.length > 30,
    } as const;
  }
  private pick = (pick: number): QuestionItem | undefined =>
    [...this.items.values()][pick % Math.max(1, this.items.size)];
}

class Reader {
  list: List;
  constructor(private readonly board: Board) {
    this.list = opened(board.head());
  }
  hear(frame: QuestionsMoved): void {
    const before = rows(this.list).map(({ n }) => n);
    this.list = moved(this.list, frame);
    const after = rows(this.list).map(({ n }) => n);
    expect(after, 'rows moved without being asked to').toEqual(before.filter((n) => after.includes(n)));
  }
  down(): void {
    if (this.list.more && !this.list.gap && this.list.last) this.list = paged(this.list, this.board.page(this.list));
  }
  mend(): void {
    if (!this.list.gap) return;
    this.list = mended(this.list, this.board.head());
    while (this.list.again && this.list.more) this.down();
  }
}

const at = fc.nat(200);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.constant((board: Board) => board.publish()) },
  {
    weight: 4,
    arbitrary: fc.tuple(at, fc.integer({ min: 1, max: 9 })).map(
      ([pick, by]) =>
        (board: Board) =>
          board.upvote(pick, by),
    ),
  },
  { weight: 1, arbitrary: at.map((pick) => (board: Board) => board.answer(pick)) },
  { weight: 1, arbitrary: at.map((pick) => (board: Board) => board.decline(pick)) },
  {
    weight: 4,
    arbitrary: fc.boolean().map((lost) => (board: Board, reader: Reader) => {
      const frame = board.tick();
      if (!lost) reader.hear(frame);
    }),
  },
  { weight: 1, arbitrary: fc.constant((_board: Board, reader: Reader) => reader.down()) },
  { weight: 2, arbitrary: fc.constant((_board: Board, reader: Reader) => reader.mend()) },
);

test('whatever frames are lost: after quiet all is as the server has it, and a press shows the server’s order', () => {
  fc.assert(
    fc.property(fc.nat(70), fc.array(step, { maxLength: 120, size: 'max' }), (start, steps) => {
      const board = new Board();
      for (let i = 0; i < start; i++) board.publish();
      board.tick();
      const reader = new Reader(board);
      for (const run of steps) run(board, reader);
      reader.hear(board.tick());
      reader.hear(board.tick());
      reader.mend();
      const { list } = reader;
      expect(list.gap).toBe(false);
      for (const item of rows(list)) expect(item).toEqual(board.items.get(item.n));
      expect(new Set(list.shown).size).toBe(list.shown.length);
      const unseen = [...board.items.keys()].filter((n) => !list.known.has(n));
      if (!list.more) {
        expect(
          unseen.filter((n) => !list.absent.has(n)),
          'never heard of',
        ).toEqual([]);
      }
      if (list.absent.size > 0) expect(unsorted(list)).toBe(true);
      if (!list.more && unseen.length === 0) {
        expect(rows(taken(list)).map(({ n }) => n)).toEqual(board.sorted().map(({ n }) => n));
      }
      expect(opened(board.head(), list).shown).toEqual(
        board
          .sorted()
          .slice(0, 30)
          .map(({ n }) => n),
      );
    }),
    { numRuns: 1000 },
  );
});
