import type { Clock } from '../protocol/environment.ts';

/** Between two announcements, milliseconds: a screen reader must not be talked over. */
export const QUIET_MS = 5_000;

/** Lets through at most one announcement in five seconds; of those that had to wait, the latest is said. */
export class Announcements {
  private lastAt = -Infinity;
  private last = '';
  private cancel: (() => void) | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly speak: (text: string) => void,
  ) {}

  say(text: string): void {
    this.cancel?.();
    this.cancel = null;
    if (text === '' || text === this.last) return;
    const wait = this.lastAt + QUIET_MS - this.clock.monotonic();
    if (wait > 0) this.cancel = this.clock.after(wait, () => this.now(text));
    else this.now(text);
  }

  stop(): void {
    this.cancel?.();
  }

  private now(text: string): void {
    this.cancel = null;
    this.lastAt = this.clock.monotonic();
    this.last = text;
    this.speak(text);
  }
}
