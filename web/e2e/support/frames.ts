import type { Page } from 'playwright-core';
import type { ServerMessage } from '../../src/protocol/messages.gen.ts';

/** Everything this page receives from now on over its WebSockets: what a curious person with developer tools sees. */
export class Frames {
  readonly raw: string[] = [];

  constructor(page: Page) {
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => this.raw.push(String(payload))));
  }

  get messages(): ServerMessage[] {
    return this.raw.map((frame) => JSON.parse(frame) as ServerMessage);
  }

  /** Tallies with counts in them, wherever they were. */
  get counts(): number[][] {
    return this.messages.flatMap((message) => {
      const tally =
        message.type === 'tally'
          ? message.tally
          : message.type === 'attendeeSnapshot' || message.type === 'stageSnapshot'
            ? message.activity && 'tally' in message.activity
              ? message.activity.tally
              : null
            : null;
      return tally?.result ? [tally.result as number[]] : [];
    });
  }
}
