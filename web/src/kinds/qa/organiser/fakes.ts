// For tests: a server's side of a queue, on a line that is steered by hand.
import { beside } from '../../../protocol/activity.ts';
import { CommandError } from '../../../protocol/commands.ts';
import type {
  Burst,
  Hand,
  Id,
  ModerationAct,
  OrganiserQuestions,
  QueueItem,
  QueueMoved,
  QuestionState,
  StateCounts,
} from '../../../protocol/messages.gen.ts';
import type { FakeLine } from '../../../organiser/event/fakes.svelte.ts';

const STATES: QuestionState[] = [
  'waiting',
  'published',
  'live',
  'answered',
  'declined',
  'merged',
  'archived',
  'withdrawn',
];
const PAGE = 50;

export function question(id: string, more: Partial<QueueItem> = {}): QueueItem {
  return {
    id,
    rev: 1,
    text: `Question ${id}?`,
    asked: 30_211_440,
    state: 'waiting',
    up: 0,
    ...(more.n !== undefined && { published: 30_211_441 }),
    ...more,
  };
}

export function qa(more: Partial<OrganiserQuestions> = {}): OrganiserQuestions {
  return {
    kind: 'qa',
    id: 'qa',
    round: 1,
    rev: 1,
    state: 'open',
    anonymised: false,
    asking: true,
    check: 'before',
    names: 'choice',
    maxLength: 300,
    perPerson: 10,
    openCounts: false,
    live: null,
    counts: counted([]),
    ...more,
  };
}

export const counted = (items: readonly QueueItem[]): StateCounts =>
  Object.fromEntries(
    STATES.map((state) => [state, items.filter((item) => item.state === state).length]),
  ) as unknown as StateCounts;

/** Answers the commands of moderators as the server does: by revision, each by itself, and tells it in frames. */
export class FakeQueue {
  readonly items = new Map<Id, QueueItem>();
  private frame = 0;
  hands: Hand[] = [];
  bursts: Burst[] = [];
  /** Frames are held back while this is true, as on a slow line. */
  held = false;
  private readonly ends: { line: FakeLine; backlog: QueueMoved[] }[] = [];

  constructor(line: FakeLine, items: readonly QueueItem[], settings: Partial<OrganiserQuestions> = {}) {
    for (const item of items) this.items.set(item.id, item);
    this.join(line, settings);
  }

  /** One more moderator. */
  join(line: FakeLine, settings: Partial<OrganiserQuestions> = {}): void {
    this.ends.push({ line, backlog: [] });
    line.say({ beside: [qa({ counts: this.counts(), ...settings })] });
    line.answers = {
      watchQueue: () => this.head(),
      getQueue: ({ state, after }) => this.page(state, after),
      moderateQuestions: ({ items: chosen, act }) => this.moderate(chosen, act),
      mergeQuestion: ({ id, rev, into }) => this.merge(id, rev, into),
      unmergeQuestion: ({ id, rev }) => this.unmerge(id, rev),
      highlightQuestion: ({ n }) => this.highlight(n),
      answeredQuestion: ({ n }) => this.byNumber(n, { state: 'answered' }),
      setBurstAside: ({ minute, aside }) => this.burst(minute, aside),
      eraseQuestion: ({ id, rev }) => this.one(id, rev, { text: undefined, name: undefined }),
      setAsking: ({ asking, check }) => (line.say({ beside: [{ ...beside(line.state, 'qa')!, asking, check }] }), {}),
    };
  }

  /** Somebody changes or asks questions. */
  put(...items: QueueItem[]): void {
    for (const item of items) this.items.set(item.id, item);
    const frame: QueueMoved = {
      type: 'queueMoved',
      activity: 'qa',
      feed: 'f',
      frame: ++this.frame,
      put: items,
      counts: this.counts(),
      bursts: this.bursts,
    };
    for (const { backlog } of this.ends) backlog.push(frame);
    if (!this.held) this.release();
  }

  /** Everything that was held back arrives. */
  release(): void {
    this.held = false;
    for (const { line, backlog } of this.ends) backlog.splice(0).forEach((frame) => line.hear(frame));
  }

  /** The next frame of one of them arrives, or gets lost; the last one is never lost. */
  next(end: number, lost: boolean): void {
    const { line, backlog } = this.ends[end]!;
    const frame = backlog.shift();
    if (frame && !(lost && backlog.length > 0)) line.hear(frame);
  }

  /** A frame that gets lost. */
  lose(...items: QueueItem[]): void {
    for (const item of items) this.items.set(item.id, item);
    this.frame++;
  }

  say(...hands: Hand[]): void {
    this.hands = hands;
    for (const { line } of this.ends) line.hear({ type: 'hands', activity: 'qa', hands });
  }

  private counts = () => counted([...this.items.values()]);
  private sorted = () => [...this.items.values()].sort((a, b) => a.asked - b.asked);

  private head() {
    const waiting = this.sorted().filter(({ state }) => state === 'waiting');
    return {
      type: 'queueHead',
      ref: 1,
      activity: 'qa',
      round: 1,
      feed: 'f',
      frame: this.frame,
      items: waiting.slice(0, PAGE),
      more: waiting.length > PAGE,
      counts: this.counts(),
      hands: this.hands,
      hand: 'own',
    };
  }

  private page(state: QuestionState | null, after: Id | null) {
    const found = this.sorted().filter((item) => item.state === state);
    const from = after === null ? 0 : found.findIndex(({ id }) => id === after) + 1;
    const items = found.slice(from, from + PAGE);
    return {
      type: 'queuePage',
      ref: 1,
      activity: 'qa',
      round: 1,
      items,
      total: found.length,
      after: from + PAGE < found.length ? items.at(-1)!.id : null,
    };
  }

  private moderate(chosen: readonly { id: Id; rev: number }[], act: ModerationAct) {
    const [done, put, conflicts]: [Id[], QueueItem[], object[]] = [[], [], []];
    for (const { id, rev } of chosen) {
      const item = this.items.get(id);
      if (!item || item.rev !== rev) {
        conflicts.push({ id, code: 'conflict', message: 'Somebody else changed this just now.' });
      } else put.push({ ...item, rev: rev + 1, ...this.after(item, act) });
      if (item?.rev === rev) done.push(id);
    }
    this.put(...put);
    return { type: 'moderated', ref: 1, done, conflicts };
  }

  private after(item: QueueItem, act: ModerationAct): Partial<QueueItem> {
    if (act.kind === 'unpublish') return { state: 'waiting', published: undefined } as object;
    if (act.kind === 'approve') {
      return {
        state: 'published',
        published: 30_211_442,
        n: item.n ?? Math.max(0, ...[...this.items.values()].map(({ n }) => n ?? 0)) + 1,
      };
    }
    if (act.kind === 'decline') {
      return { state: 'declined', reason: act.reason, ...(act.note ? { note: act.note } : {}) };
    }
    if (act.kind === 'archive') return { state: 'archived' };
    if (act.kind === 'restore') return { state: item.published === undefined ? 'waiting' : 'published' };
    if (act.kind === 'answer') return { state: 'answered', answer: act.text };
    if (act.kind === 'correct') {
      const original = item.original ?? item.text ?? '';
      return { text: act.text, original: original === act.text ? undefined : original } as object;
    }
    return { labels: [...(item.labels ?? []), ...act.add].filter((label) => !act.remove.includes(label)) };
  }

  private one(id: Id, rev: number, change: { [K in keyof QueueItem]?: QueueItem[K] | undefined }) {
    const item = this.items.get(id);
    if (!item || item.rev !== rev) return new CommandError('conflict', 'Somebody else changed this just now.');
    this.put(JSON.parse(JSON.stringify({ ...item, rev: rev + 1, ...change })) as QueueItem);
    return {};
  }

  /** The root of a group has another revision with every change of the group. */
  private touched(id: Id | undefined): QueueItem[] {
    const item = id === undefined ? undefined : this.items.get(id);
    return item ? [{ ...item, rev: item.rev + 1 }] : [];
  }

  private merge(id: Id, rev: number, into: Id) {
    const answer = this.one(id, rev, { state: 'merged', into });
    if (!(answer instanceof CommandError)) this.put(...this.touched(into));
    return answer;
  }

  private unmerge(id: Id, rev: number) {
    const before = this.items.get(id);
    const state = before?.published === undefined ? 'waiting' : 'published';
    const answer = this.one(id, rev, { state, into: undefined });
    if (!(answer instanceof CommandError)) this.put(...this.touched(before?.into));
    return answer;
  }

  /** All that stands where it may be of the burst. */
  private burst(minute: number, aside: boolean) {
    const moves = [...this.items.values()].filter(({ state, burst }) =>
      aside ? state === 'waiting' : burst === minute,
    );
    this.bursts = this.bursts.map((each) => ({
      ...each,
      undecided: aside ? 0 : moves.length,
      aside: aside ? moves.length : 0,
    }));
    this.put(
      ...moves.map((item) => ({
        ...item,
        rev: item.rev + 1,
        state: aside ? ('archived' as const) : ('waiting' as const),
        burst: aside ? minute : undefined,
      })),
    );
    return {};
  }

  private byNumber(n: number, change: Partial<QueueItem>) {
    const item = [...this.items.values()].find((each) => each.n === n);
    return item ? this.one(item.id, item.rev, change) : new CommandError('conflict', 'There is no such question.');
  }

  private highlight(n: number | null) {
    const live = [...this.items.values()].find(({ state }) => state === 'live');
    if (live) this.one(live.id, live.rev, { state: 'published' });
    if (n !== null) this.byNumber(n, { state: 'live' });
    return {};
  }
}
