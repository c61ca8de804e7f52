// For tests: a clock that is turned by hand, a storage, a socket.
import type { Clock, NamedKeyValue, Socket } from './environment.ts';

export class FakeClock implements Clock {
  private time = 0;
  private timers: { at: number; run: () => void }[] = [];
  /** Wall clock minus page clock. */
  offset = 1_800_000_000_000;

  now = () => this.time + this.offset;
  monotonic = () => this.time;

  after = (ms: number, run: () => void) => {
    const timer = { at: this.time + ms, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  };

  advance(ms: number): void {
    const end = this.time + ms;
    for (;;) {
      const due = this.timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.timers = this.timers.filter((timer) => timer !== due);
      this.time = Math.max(this.time, due.at);
      due.run();
    }
    this.time = end;
  }

  /** Time passes without timers, as on a frozen page. */
  freeze(ms: number): void {
    this.time += ms;
  }

  get waiting(): number {
    return this.timers.length;
  }
}

export class FakeStorage implements NamedKeyValue {
  readonly items = new Map<string, string>();
  get length(): number {
    return this.items.size;
  }
  key = (index: number) => [...this.items.keys()][index] ?? null;
  getItem = (key: string) => this.items.get(key) ?? null;
  setItem = (key: string, value: string) => void this.items.set(key, value);
  removeItem = (key: string) => void this.items.delete(key);
}

export class FakeSocket implements Socket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly sent: { type: string; [field: string]: unknown }[] = [];
  closed = false;

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  close(): void {
    this.closed = true;
  }
  /** The server says. */
  say(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
}
