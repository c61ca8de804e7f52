import type { Clock } from '../protocol/environment.ts';
import type { ServerMessage } from '../protocol/messages.gen.ts';

/** The server's clock, as its greeting said it and as time went on since: that of this device may be wrong. */
export class ServerClock {
  private said: { now: number; at: number } | null = null;

  constructor(private readonly clock: Pick<Clock, 'monotonic'>) {}

  receive(message: ServerMessage): void {
    if (message.type === 'welcome') this.said = { now: message.now, at: this.clock.monotonic() };
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.said ? this.said.now + this.clock.monotonic() - this.said.at : Date.now();
  }
}
