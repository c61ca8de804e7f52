import type { Clock } from '../protocol/environment.ts';

/** Between two announcements, milliseconds: a screen reader must not be talked over. */
export const QUIET_MS = 5_000;

/**
 * One voice for all that speak on a page: one announcement in five seconds at most, and whoever has waited longest is
 * next.
 */
export class Voice {
  private lastAt = -Infinity;
  private waiting: (() => void)[] = [];
  private cancel: (() => void) | null = null;

  constructor(private readonly clock: Clock) {}

  /** Calls `speak` when it is its turn, at once or later. Whoever waits already keeps the place. */
  turn(speak: () => void): void {
    if (!this.waiting.includes(speak)) this.waiting.push(speak);
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

/** Of what had to wait for its turn, the latest is said. */
export class Announcements {
  private last = '';
  private text = '';

  constructor(
    private readonly voice: Voice,
    private readonly speak: (text: string) => void,
  ) {}

  say(text: string): void {
    this.text = text;
    if (text === '' || text === this.last) this.stop();
    else this.voice.turn(this.now);
  }

  stop(): void {
    this.voice.drop(this.now);
  }

  private readonly now = (): void => {
    this.last = this.text;
    this.speak(this.text);
  };
}
