// For tests of pages: the server's side of every WebSocket the page opens, and of its session request.
import { vi } from 'vitest';

interface Wire {
  role: string;
  sent: { type: string; ref?: number; [field: string]: unknown }[];
  say(message: object): void;
  close(code: number): void;
}

export class FakeServer {
  /** By role, the newest. */
  readonly wires = new Map<string, Wire>();
  signedIn = false;

  constructor(readonly snapshots: Record<string, object>) {
    const { wires } = this;
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ signedIn: this.signedIn, setUp: true })));
    vi.stubGlobal(
      'WebSocket',
      class {
        onopen: (() => void) | null = null;
        onmessage: ((event: { data: string }) => void) | null = null;
        onclose: ((event: { code: number }) => void) | null = null;
        private wire: Wire | undefined;
        constructor() {
          queueMicrotask(() => this.onopen?.());
        }
        send(text: string): void {
          const message = JSON.parse(text);
          if (message.type === 'getNotes') {
            const { ref, activity } = message;
            return void this.wire?.say({ type: 'notes', ref, activity, notes: '' });
          }
          if (message.type !== 'hello') return void this.wire?.sent.push(message);
          this.wire = {
            role: message.role,
            sent: [message],
            say: (it) => this.onmessage?.({ data: JSON.stringify(it) }),
            close: (code) => this.onclose?.({ code }),
          };
          wires.set(message.role, this.wire);
          this.wire.say({
            type: 'welcome',
            protocol: 1,
            role: message.role,
            heartbeatMs: 15000,
            beatMs: 0,
            graceMs: 2000,
            now: Date.now(),
            server: 'test',
          });
          const snapshot = snapshots[message.role];
          if (snapshot) this.wire.say(snapshot);
        }
        close(): void {}
      },
    );
  }

  wire(role: string): Wire {
    const wire = this.wires.get(role);
    if (!wire) throw new Error(`no ${role} has connected`);
    return wire;
  }
}

/** Lets promises and effects run. */
export const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
