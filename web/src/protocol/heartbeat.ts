import type { Clock } from './environment.ts';

/** An answer to a probe is due within this, milliseconds. */
const PROBE_MS = 4_000;

/** Sends a ping every beat; two beats of silence and the connection is dead. */
export class Heartbeat {
  private beatMs = 0;
  /** When a ping went out that nothing was heard since; null when all is well. */
  private askedAt: number | null = null;
  private cancelBeat: () => void = () => undefined;
  private cancelProbe: () => void = () => undefined;

  constructor(
    private readonly clock: Clock,
    private readonly ping: () => void,
    private readonly dead: () => void,
  ) {}

  start(beatMs: number): void {
    this.stop();
    this.beatMs = beatMs;
    this.askedAt = null;
    this.next();
  }

  stop(): void {
    this.cancelBeat();
    this.cancelProbe();
  }

  heard(): void {
    this.askedAt = null;
    this.cancelProbe();
  }

  /** Asks now, and gives a short time to answer: after sleep a socket may look open and be dead (iOS fires no close). */
  probe(): void {
    this.cancelProbe();
    this.ping();
    this.cancelProbe = this.clock.after(PROBE_MS, this.dead);
  }

  private next(): void {
    const due = this.clock.monotonic() + this.beatMs;
    this.cancelBeat = this.clock.after(this.beatMs, () => {
      const late = this.clock.monotonic() - due > this.beatMs / 2;
      if (this.askedAt !== null && !late) return this.dead();
      this.next();
      // A timer that came late means the page was frozen: the answer may still be in the queue, so ask once more.
      if (this.askedAt !== null) return this.probe();
      this.askedAt = this.clock.monotonic();
      this.ping();
    });
  }
}
