import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AskBook } from '../posts/asks.ts';
import { CommandError } from './commands.ts';
import { FakeClock, FakeStorage } from './fakes.ts';
import type { AskQuestion, CastUpvote, ServerMessage } from './messages.gen.ts';
import { UpvoteBook } from '../posts/upvotes.ts';

const qa = { id: 'q', round: 1 };

/** The server's side of the ADR: registers joined by the highest seq, a tie: off wins; questions are stored once. */
class Server {
  readonly upvotes = new Map<number, { seq: number; on: boolean }>();
  readonly questions = new Map<string, string>();
  readonly withdrawn = new Set<string>();
  away = false;

  own(): ServerMessage {
    const there = [...this.questions].filter(([question]) => !this.withdrawn.has(question));
    return {
      type: 'ownQuestions',
      epoch: 'e',
      activity: 'q',
      round: 1,
      left: 9,
      items: there.map(([question, text]) => ({ question, text, minute: 1, state: 'waiting' })),
    };
  }

  answer(message: AskQuestion | CastUpvote): ServerMessage {
    const { ref, activity, round } = message;
    if (this.away) return { type: 'error', ref, code: 'tryAgain', message: 'Later.', retryAfterMs: 100 };
    if (message.type === 'askQuestion') {
      const { question, text } = message;
      expect(this.questions.get(question) ?? text, 'two texts under one id').toBe(text);
      this.questions.set(question, text);
      return { type: 'questionAsked', ref, activity, round, question, state: 'waiting' };
    }
    const { n, seq, on } = message;
    const stands = this.upvotes.get(n);
    if (stands && stands.seq > seq) {
      return {
        type: 'upvoteRefused',
        ref,
        activity,
        round,
        n,
        seq,
        code: 'superseded',
        message: 'Newer.',
        counted: stands,
      };
    }
    if (stands?.seq === seq) expect(on, 'two taps with one seq').toBe(stands.on);
    this.upvotes.set(n, { seq, on });
    return { type: 'upvoteCounted', ref, activity, round, n, seq, on };
  }
}

/** A command to withdraw, and what it brings. */
interface TakeBack {
  type: 'takeBack';
  question: string;
  done: () => void;
  lost: () => void;
}

interface Tab {
  asks: AskBook;
  upvotes: UpvoteBook;
}

/** One phone with two tabs over one storage, and a wire that loses and delays. */
class World {
  readonly clock = new FakeClock();
  readonly storage = new FakeStorage();
  readonly server = new Server();
  readonly wanted = new Map<number, boolean>();
  readonly asked = new Set<string>();
  readonly discarded = new Set<string>();
  private ids = 0;
  private wire: { tab: number; life: number; message: AskQuestion | CastUpvote | TakeBack | ServerMessage }[] = [];
  private readonly lives = [0, 0];
  private tabs = [this.open(0), this.open(1)];

  private open(tab: number): Tab {
    const life = ++this.lives[tab]!;
    let ref = 0;
    const options = {
      event: 'e',
      owner: 'me',
      storage: this.storage,
      clock: this.clock,
      random: () => 0.5,
      nextRef: () => ++ref,
      onChange: () => undefined,
      send: (message: AskQuestion | CastUpvote) => (this.wire.push({ tab, life, message }), true),
    };
    const takeBack = (_activity: string, question: string) =>
      new Promise<void>((done, reject) =>
        this.wire.push({
          tab,
          life,
          message: { type: 'takeBack', question, done, lost: () => reject(new CommandError('lost', 'Lost.')) },
        }),
      );
    const onStays = () => expect.unreachable('nothing here cannot be withdrawn');
    return {
      asks: new AskBook({
        ...options,
        takeBack,
        onStays,
        newQuestionId: () => `question-${String(++this.ids).padStart(8, '0')}`,
      }),
      upvotes: new UpvoteBook(options),
    };
  }
  ask(tab: number, text: string): void {
    const { asks } = this.tabs[tab]!;
    asks.ask(qa, text, null);
    this.asked.add(asks.slots(qa).find(({ ask }) => ask.question.endsWith(String(this.ids)))!.ask.question);
    this.tabs[1 - tab]!.asks.storageChanged('plenary.questions.e');
  }
  discard(tab: number, at: number): void {
    const { asks } = this.tabs[tab]!;
    const waiting = asks.pending();
    if (waiting.length === 0) return;
    const { question } = waiting[at % waiting.length]!;
    this.discarded.add(question);
    asks.discard(question);
    this.tabs[1 - tab]!.asks.storageChanged('plenary.questions.e');
  }
  tap(tab: number, n: number): void {
    const { upvotes } = this.tabs[tab]!;
    const on = !upvotes.on(qa, n);
    this.wanted.set(n, on);
    upvotes.cast(qa, n, on);
    this.tabs[1 - tab]!.upvotes.storageChanged('plenary.upvotes.e');
  }
  connect(tab: number): void {
    this.tabs[tab]!.asks.connected();
    this.tabs[tab]!.upvotes.connected();
    this.wire.push({ tab, life: this.lives[tab]!, message: this.server.own() });
  }
  lose(tab: number): void {
    for (const { tab: whose, message } of this.wire) if (whose === tab && message.type === 'takeBack') message.lost();
    this.wire = this.wire.filter((each) => each.tab !== tab);
    this.tabs[tab]!.asks.lost();
    this.tabs[tab]!.upvotes.lost();
  }
  reload(tab: number): void {
    this.lose(tab);
    this.tabs[tab] = this.open(tab);
  }
  deliver(at: number): void {
    const [item] = this.wire.splice(at % Math.max(1, this.wire.length), 1);
    if (!item || item.life !== this.lives[item.tab]) return;
    const { tab, life, message } = item;
    if (message.type === 'takeBack') {
      expect(this.discarded, 'only what was let go').toContain(message.question);
      this.server.withdrawn.add(message.question);
      message.done();
    } else if (message.type === 'askQuestion' || message.type === 'castUpvote') {
      this.wire.push({ tab, life, message: this.server.answer(message) });
    } else if (!this.tabs[tab]!.asks.receive(message)) this.tabs[tab]!.upvotes.receive(message);
  }
  async settle(): Promise<void> {
    this.server.away = false;
    for (const tab of [0, 1]) this.connect(tab);
    for (let round = 0; round < 30; round++) {
      while (this.wire.length > 0) this.deliver(0);
      await Promise.resolve();
      if (round < 3) for (const tab of [0, 1]) this.connect(tab); // whoever is there is told again what there is
      this.clock.advance(30_000);
    }
  }
  get first(): Tab {
    return this.tabs[0]!;
  }
}

const tab = fc.integer({ min: 0, max: 1 });
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(tab, fc.integer({ min: 1, max: 4 })).map(
      ([t, n]) =>
        (w: World) =>
          w.tap(t, n),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(tab, fc.constantFrom('Why?', 'When?', 'Who pays?')).map(
      ([t, text]) =>
        (w: World) =>
          w.ask(t, text),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(tab, fc.nat(9)).map(
      ([t, at]) =>
        (w: World) =>
          w.discard(t, at),
    ),
  },
  { weight: 2, arbitrary: tab.map((t) => (w: World) => w.connect(t)) },
  { weight: 1, arbitrary: tab.map((t) => (w: World) => w.lose(t)) },
  { weight: 1, arbitrary: tab.map((t) => (w: World) => w.reload(t)) },
  { weight: 8, arbitrary: fc.nat(9).map((at) => (w: World) => w.deliver(at)) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 7_000 }).map((ms) => (w: World) => w.clock.advance(ms)) },
  { weight: 1, arbitrary: fc.boolean().map((away) => (w: World) => void (w.server.away = away)) },
);

test('whatever is lost, delayed or done in two tabs: a question is stored once, the last tap stands', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 80, size: 'max' }), async (steps) => {
      const world = new World();
      for (const run of steps) {
        run(world);
        await Promise.resolve();
      }
      await world.settle();
      const { asks, upvotes } = world.first;
      const { questions, withdrawn } = world.server;
      expect(new Set([...questions.keys()].filter((question) => !withdrawn.has(question)))).toEqual(
        new Set([...world.asked].filter((question) => !world.discarded.has(question))),
      );
      expect(asks.pending()).toEqual([]);
      expect(upvotes.pending()).toEqual([]);
      for (const [n, on] of world.wanted) {
        expect(world.server.upvotes.get(n)?.on ?? false).toBe(on);
        expect(upvotes.on(qa, n)).toBe(on);
      }
    }),
    { numRuns: 400 },
  );
});
