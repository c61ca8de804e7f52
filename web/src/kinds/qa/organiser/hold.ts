import type { Clock } from '../../../protocol/environment.ts';
import type { Id } from '../../../protocol/messages.gen.ts';

/** Between two messages about a hand, milliseconds: it passes over many questions on its way. */
const EVERY_MS = 1_000;

/** Tells the other moderators where this one's hand is: at most once a second, the newest place. */
export class Hold {
  private told: Id | null = null;
  private at: Id | null = null;
  private lastAt = -Infinity;
  private cancel: (() => void) | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly tell: (id: Id | null) => void,
  ) {}

  move(id: Id | null): void {
    this.at = id;
    if (this.cancel) return;
    const wait = this.lastAt + EVERY_MS - this.clock.monotonic();
    if (wait > 0) this.cancel = this.clock.after(wait, () => this.now());
    else this.now();
  }

  /** Nobody knows any more, for example on a new connection: it is told again. */
  forgotten(): void {
    this.told = null;
    this.move(this.at);
  }

  stop(): void {
    this.cancel?.();
    this.cancel = null;
  }

  private now(): void {
    this.cancel = null;
    if (this.at === this.told) return;
    this.told = this.at;
    this.lastAt = this.clock.monotonic();
    this.tell(this.at);
  }
}
