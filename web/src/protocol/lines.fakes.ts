// For tests: pages, the network between and a server, in a time that is turned by hand.
import { noLines, step, type Input, type Lines } from './lines.ts';

const HEARTBEAT_MS = 25_000;

/**
 * What the way between page and server does with the connections there are when it turns so; those made later are
 * whole.
 */
export type Fault = 'whole' | 'mute' | 'up' | 'down';

interface Wire {
  id: number;
  fault: Fault;
  welcomed: boolean;
  closed: boolean;
}

/**
 * A page's machine, a network of some latency, and a server that may halt: what it was sent meanwhile it reads in order
 * afterwards.
 */
export class World {
  lines: Lines = noLines;
  now = 0;
  readonly wires = new Map<number, Wire>();
  /** Most connections the page had at once. */
  most = 0;
  /** Lines that were welcomed and then dropped by the page, with what they were replaced by. */
  replaced = 0;
  opened = 0;
  halted = false;
  beating = true;
  private wakeAt = Infinity;
  private steps = 0;
  private beatAt = 0;
  private readonly queue: { at: number; run: () => void }[] = [];
  private readonly unread: (() => void)[] = [];

  constructor(
    private readonly random: () => number,
    private readonly rttMs: number,
  ) {}

  feed(input: Input): void {
    const before = this.lines.first;
    const { lines, todo, wakeAt } = step(this.lines, input, this.now, this.random);
    this.lines = lines;
    this.wakeAt = wakeAt;
    if (before && before.welcomedAt !== null && lines.first && lines.first.id !== before.id) this.replaced++;
    for (const [what, id] of todo) {
      if (what === 'open') this.connect(id);
      if (what === 'close') this.wires.get(id)!.closed = true;
      if (what === 'hello') this.up(id, () => this.welcome(id));
      if (what === 'ping') this.up(id, () => this.down(id, { type: 'heard', id, ref: 0 }));
    }
    this.most = Math.max(this.most, [...this.wires.values()].filter((wire) => !wire.closed).length);
  }

  private connect(id: number): void {
    this.opened++;
    this.wires.set(id, { id, fault: 'whole', welcomed: false, closed: false });
    this.later(this.rttMs, () => this.server(() => this.down(id, { type: 'opened', id }))); // the upgrade
  }

  private welcome(id: number): void {
    this.wires.get(id)!.welcomed = true;
    this.down(id, { type: 'heard', id, heartbeatMs: HEARTBEAT_MS, beatMs: this.beating ? 2_000 : 0 });
  }

  /** A vote; answered like a ping. */
  send(ref: number): boolean {
    if (this.lines.status.kind !== 'live') return false;
    const { id } = this.lines.first!;
    this.up(id, () => this.down(id, { type: 'heard', id, ref }));
    this.feed({ type: 'sent', ref });
    return true;
  }

  fault(fault: Fault): void {
    this.wires.forEach((wire) => (wire.fault = fault));
  }

  cut(id: number): void {
    this.wires.get(id)!.closed = true;
    this.feed({ type: 'closed', id, refused: null, afterMs: 0 });
  }

  private up(id: number, arrives: () => void): void {
    const wire = this.wires.get(id)!;
    if (wire.fault === 'mute' || wire.fault === 'up') return;
    this.later(this.rttMs / 2, () => this.server(() => !wire.closed && arrives()));
  }

  private down(id: number, input: Input): void {
    this.later(this.rttMs / 2, () => {
      const wire = this.wires.get(id)!;
      if (!wire.closed && (wire.fault === 'whole' || wire.fault === 'up')) this.feed(input);
    });
  }

  private server(run: () => void): void {
    if (this.halted) this.unread.push(run);
    else run();
  }

  resume(): void {
    this.halted = false;
    this.unread.splice(0).forEach((run) => run());
  }

  private later(ms: number, run: () => void): void {
    this.queue.push({ at: this.now + ms, run });
  }

  private beat(): void {
    this.beatAt = this.now + 2_000;
    if (this.beating && !this.halted) {
      this.wires.forEach(
        ({ id, welcomed, closed }) => welcomed && !closed && this.down(id, { type: 'heard', id, beatMs: 2_000 }),
      );
    }
  }

  /** Time passes; `look` is called after everything that happens. */
  pass(ms: number, look: () => void = () => undefined): void {
    const end = this.now + ms;
    for (;;) {
      if (++this.steps > 200_000) throw new Error(`spins at ${this.now}: ${JSON.stringify(this.lines)}`);
      const next = this.queue.reduce<(typeof this.queue)[0] | null>(
        (one, other) => (one && one.at <= other.at ? one : other),
        null,
      );
      const at = Math.min(next?.at ?? Infinity, this.wakeAt, this.halted ? Infinity : this.beatAt);
      if (at > end) break;
      this.now = Math.max(this.now, at);
      if (at === next?.at) {
        this.queue.splice(this.queue.indexOf(next), 1);
        next.run();
      } else if (at === this.wakeAt) this.feed({ type: 'tick' });
      else this.beat();
      look();
    }
    this.now = end;
  }

  until(so: () => boolean): void {
    for (let ms = 0; !so(); ms += 10) {
      if (ms > 60_000) throw new Error('never');
      this.pass(10);
    }
  }

  get live(): boolean {
    return this.lines.status.kind === 'live';
  }
}

/** Numbers in [0, 1) that look random and are the same in every run. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
