import type { Clock } from '../protocol/environment.ts';

/** Between two announcements, milliseconds: a screen reader must not be talked over. */
export const QUIET_MS = 5_000;
/** Between two of what goes on all the time, milliseconds. */
export const RARELY_MS = 30_000;

/**
 * One voice for all that speak on a page: one announcement in five seconds at most, and whoever has waited longest is
 * next, but for what is first.
 */
export class Voice {
  private lastAt = -Infinity;
  private waiting: (() => void)[] = [];
  private cancel: (() => void) | null = null;

  constructor(readonly clock: Clock) {}

  /** Calls `speak` when it is its turn, at once or later. Whoever waits already keeps the place. */
  turn(speak: () => void, first = false): void {
    if (!this.waiting.includes(speak)) this.waiting[first ? 'unshift' : 'push'](speak);
    this.next();
  }

  drop(speak: () => void): void {
    this.waiting = this.waiting.filter((each) => each !== speak);
  }

  private next(): void {
    if (this.cancel || this.waiting.length === 0) return;
    const wait = this.lastAt + QUIET_MS - this.clock.monotonic();
    if (wait <= 0) {
      this.lastAt = this.clock.monotonic();
      this.waiting.shift()!();
    }
    if (this.waiting.length === 0) return;
    this.cancel = this.clock.after(wait > 0 ? wait : QUIET_MS, () => {
      this.cancel = null;
      this.next();
    });
  }
}

/**
 * Of what had to wait for its turn, the latest is said. `first`: before whatever else waits. `rarely`: once in half a
 * minute at most.
 */
export class Announcements {
  private last = '';
  private text = '';
  private lastAt = -Infinity;
  private cancel: () => void = () => undefined;

  constructor(
    private readonly voice: Voice,
    private readonly speak: (text: string) => void,
    private readonly how: { first?: boolean | undefined; rarely?: boolean | undefined } = {},
  ) {}

  say(text: string): void {
    this.text = text;
    this.cancel();
    if (text === '' || text === this.last) return this.voice.drop(this.now);
    const { clock } = this.voice;
    const restMs = this.how.rarely ? this.lastAt + RARELY_MS - clock.monotonic() : 0;
    if (restMs > 0) this.cancel = clock.after(restMs, () => this.voice.turn(this.now));
    else this.voice.turn(this.now, this.how.first);
  }

  stop(): void {
    this.cancel();
    this.voice.drop(this.now);
  }

  private readonly now = (): void => {
    this.last = this.text;
    this.lastAt = this.voice.clock.monotonic();
    this.speak(this.text);
  };
}
