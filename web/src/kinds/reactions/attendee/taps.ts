import type { Clock } from '../../../protocol/environment.ts';
import type { React, Reaction } from '../../../protocol/messages.gen.ts';

/** Taps are added up for so long, and a message goes out no more often, milliseconds. */
export const BEAT_MS = 500;
/** What one message can say. */
export const MOST = 5;

/**
 * Adds up what somebody taps and sends it, one message a beat. At most once: what cannot be sent now is forgotten, for
 * applause a minute later is wrong (PROTOCOL.md, "Reactions").
 */
export class Taps {
  private waiting = new Map<Reaction, number>();
  private cancel: (() => void) | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly send: (message: React) => boolean,
  ) {}

  tap(activity: string, kind: Reaction): void {
    this.waiting.set(kind, Math.min(MOST, (this.waiting.get(kind) ?? 0) + 1));
    this.cancel ??= this.clock.after(BEAT_MS, () => this.beat(activity));
  }

  /** Forgets what was tapped and not sent. */
  stop(): void {
    this.cancel?.();
    this.cancel = null;
    this.waiting.clear();
  }

  private beat(activity: string): void {
    this.cancel = null;
    const [next] = this.waiting;
    if (!next) return;
    const [kind, count] = next;
    this.waiting.delete(kind);
    if (!this.send({ type: 'react', activity, kind, count })) return this.stop();
    // Also after the last one: what is tapped right after it waits its turn.
    this.cancel = this.clock.after(BEAT_MS, () => this.beat(activity));
  }
}
