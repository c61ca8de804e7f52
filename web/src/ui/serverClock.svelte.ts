import type { ServerMessage } from '../protocol/messages.gen.ts';

/** The server's clock, as `welcome` told it last: moments are the server's, and a page's own clock may be wrong. */
export class ServerClock {
  /** What the server's clock was when this page's time since its start was `at`; reactive. */
  private told = $state.raw<{ now: number; at: number } | null>(null);

  receive(message: ServerMessage): void {
    if (message.type === 'welcome') this.told = { now: message.now, at: performance.now() };
  }

  /** Epoch milliseconds; the page's own before the server has told its. */
  now = (): number => (this.told ? this.told.now + performance.now() - this.told.at : Date.now());
}
