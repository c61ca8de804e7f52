import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FakeClock, FakeStorage } from '../protocol/fakes.ts';
import type { Answer, CastVote, Poll, ServerMessage } from '../protocol/messages.gen.ts';
import { BallotBox, storageKey } from './votes.ts';

const poll: Poll = {
  kind: 'poll',
  id: 'p',
  round: 1,
  question: 'Q?',
  maxChoices: 1,
  abstain: null,
  state: 'open',
  results: 'hidden',
  tally: null,
  options: ['a', 'b', 'c'].map((id) => ({ id, text: id, exclusive: false })),
};

/** The server's side of PROTOCOL.md, "A vote". */
class Server {
  counted: { vote: string; seq: number; answer: Answer } | null = null;
  readonly arrived = new Map<string, string>();
  away = false;

  answer(m: CastVote): ServerMessage {
    const identity = `${m.activity}:${m.round}:${m.seq}`;
    const content = JSON.stringify([m.vote, m.answer, m.abstain]);
    expect(this.arrived.get(identity) ?? content, 'two different votes with one number').toBe(content);
    this.arrived.set(identity, content);
    const { ref, round, vote, seq } = m;
    if (this.away) return { type: 'error', ref, code: 'tryAgain', message: 'Later.', retryAfterMs: 100 };
    if (this.counted && this.counted.seq > seq) {
      const counted = { seq: this.counted.seq, answer: this.counted.answer, abstain: false, receipt: 'R' };
      return {
        type: 'voteRefused',
        ref,
        activity: 'p',
        round,
        vote,
        seq,
        code: 'superseded',
        message: 'Newer.',
        counted,
      };
    }
    this.counted = { vote, seq, answer: m.answer };
    return { type: 'voteCounted', ref, activity: 'p', round, vote, seq, receipt: 'R' };
  }
}

/** One phone with two tabs over one storage, and a wire that loses and delays. */
class World {
  readonly clock = new FakeClock();
  readonly storage = new FakeStorage();
  readonly server = new Server();
  lastCast: Answer | null = null;
  private ids = 0;
  private wire: { tab: number; life: number; message: CastVote | ServerMessage }[] = [];
  private readonly lives = [0, 0];
  private tabs = [this.open(0), this.open(1)];

  private open(tab: number): BallotBox {
    const life = ++this.lives[tab]!;
    let ref = 0;
    return new BallotBox({
      event: 'e',
      owner: 'me',
      storage: this.storage,
      clock: this.clock,
      random: () => 0.5,
      newVoteId: () => `vote-number-${String(++this.ids).padStart(6, '0')}`,
      nextRef: () => ++ref,
      wayMs: () => 0,
      send: (message) => (this.wire.push({ tab, life, message }), true),
      onChange: () => undefined,
    });
  }
  cast(tab: number, option: string): void {
    this.lastCast = [option];
    this.tabs[tab]!.cast(poll, { answer: [option], abstain: false }, 'what was chosen');
    this.tabs[1 - tab]!.storageChanged(storageKey('e'));
  }
  connect = (tab: number) => this.tabs[tab]!.connected();
  lose(tab: number): void {
    this.wire = this.wire.filter((each) => each.tab !== tab);
    this.tabs[tab]!.lost();
  }
  reload(tab: number): void {
    this.lose(tab);
    this.tabs[tab] = this.open(tab);
  }
  /** The n-th of what is on the wire arrives; order is kept within a tab by the property's luck, not by this. */
  deliver(n: number): void {
    const [item] = this.wire.splice(n % Math.max(1, this.wire.length), 1);
    if (!item || item.life !== this.lives[item.tab]) return;
    const { tab, life, message } = item;
    if (message.type === 'castVote') this.wire.push({ tab, life, message: this.server.answer(message) });
    else this.tabs[tab]!.receive(message);
  }
  settle(): void {
    this.server.away = false;
    for (const tab of [0, 1]) this.connect(tab);
    for (let round = 0; round < 20; round++) {
      while (this.wire.length > 0) this.deliver(0);
      this.clock.advance(30_000);
    }
  }
  slot = () => this.tabs[0]!.slot('p', 1);
}

const tab = fc.integer({ min: 0, max: 1 });
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(tab, fc.constantFrom('a', 'b', 'c')).map(
      ([t, o]) =>
        (w: World) =>
          w.cast(t, o),
    ),
  },
  { weight: 2, arbitrary: tab.map((t) => (w: World) => w.connect(t)) },
  { weight: 1, arbitrary: tab.map((t) => (w: World) => w.lose(t)) },
  { weight: 1, arbitrary: tab.map((t) => (w: World) => w.reload(t)) },
  { weight: 6, arbitrary: fc.nat(9).map((n) => (w: World) => w.deliver(n)) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 20_000 }).map((ms) => (w: World) => w.clock.advance(ms)) },
  { weight: 1, arbitrary: fc.boolean().map((away) => (w: World) => void (w.server.away = away)) },
);

test('whatever is lost, delayed, reloaded or done in two tabs: the last decision counts, and the phone knows', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
      const world = new World();
      for (const run of steps) run(world);
      world.settle();
      expect(world.server.counted?.answer ?? null).toEqual(world.lastCast);
      expect(world.slot().pending).toBeNull();
      expect(world.slot().counted?.answer ?? null).toEqual(world.lastCast);
    }),
    { numRuns: 500 },
  );
});
