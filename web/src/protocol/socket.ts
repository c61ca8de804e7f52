import type { Clock, OpenSocket, Random, Socket } from './environment.ts';
import { noLines, step, type Input } from './lines.ts';
import type { ClientMessage, Hello, ServerMessage } from './messages.gen.ts';
import { refusal, type Status } from './status.ts';

export interface ConnectionOptions {
  /** Address of `/ws`, with ws: or wss:. */
  url: string;
  open: OpenSocket;
  clock: Clock;
  random: Random;
  /** Asked at every attempt, so that a token that changed is used. */
  hello: () => Hello;
  /** Every message but `pong` and `beat`. */
  onMessage: (message: ServerMessage) => void;
  /** Called at every change. On `live`, `send` works. */
  onStatus: (status: Status) => void;
}

/**
 * What a page has as its connection to the server: one line, or for a while two, as lines.ts decides. Comes back by
 * itself.
 */
export class Connection {
  private lines = noLines;
  private readonly sockets = new Map<number, Socket>();
  private lastRef = 0;
  private told: Status = noLines.status;
  private cancelTimer: () => void = () => undefined;
  private readonly page: string;

  constructor(private readonly options: ConnectionOptions) {
    const { random } = options;
    this.page = `${random().toString(36)}${random().toString(36)}${'0'.repeat(16)}`.replace(/0\./g, '').slice(0, 20);
  }

  start(): void {
    this.told = noLines.status;
    this.feed({ type: 'start' });
  }

  /** Ends it for good, until `start` is called again. */
  stop(): void {
    this.feed({ type: 'stop' });
  }

  /** The machine woke up, or its network came or went: prove the connection alive, or come back at once. */
  kick(what: 'wake' | 'online' | 'offline'): void {
    this.feed(what === 'offline' ? { type: what } : { type: 'wake', online: what === 'online' });
  }

  /** Sends now; false when there is no live connection. Nothing is queued: that is the caller's decision. */
  send(message: ClientMessage): boolean {
    const { first, status } = this.lines;
    if (!first || status.kind !== 'live') return false;
    this.sockets.get(first.id)!.send(JSON.stringify(message));
    if ('ref' in message) this.feed({ type: 'sent', ref: message.ref });
    return true;
  }

  /** How long a message takes to the server, in milliseconds: half of what the last hello took, 500 at most. */
  get wayMs(): number {
    return this.lines.wayMs;
  }

  /** A number no other message on this page had. */
  nextRef(): number {
    return ++this.lastRef;
  }

  private feed(input: Input): void {
    const { clock, random, onStatus } = this.options;
    const now = clock.monotonic();
    const { lines, todo, wakeAt } = step(this.lines, input, now, random);
    this.lines = lines;
    this.cancelTimer();
    this.cancelTimer =
      wakeAt === Infinity ? () => undefined : clock.after(wakeAt - now, () => this.feed({ type: 'tick' }));
    for (const [what, id] of todo) {
      const socket = this.sockets.get(id);
      if (what === 'open') this.open(id);
      else if (what === 'ping') socket?.send('{"type":"ping"}');
      else if (what === 'hello') socket?.send(JSON.stringify({ ...this.options.hello(), page: this.page }));
      else {
        this.sockets.delete(id);
        socket?.close(1000);
      }
    }
    if (lines.status === this.told || lines !== this.lines) return;
    this.told = lines.status;
    if (lines.on || lines.status.kind === 'refused') onStatus(lines.status);
  }

  private open(id: number): void {
    const socket = this.options.open(this.options.url);
    this.sockets.set(id, socket);
    let goodbye: { code: number; message: string; reconnect: boolean; afterMs: number } | null = null;
    const closed = (code: number) => {
      const refused = goodbye && !goodbye.reconnect ? refusal(code, goodbye.message) : refusal(code);
      this.feed({ type: 'closed', id, refused, afterMs: goodbye?.afterMs ?? 0 });
    };
    const mine = (run: () => void) => void (this.sockets.get(id) === socket && run());
    socket.onopen = () => mine(() => this.feed({ type: 'opened', id }));
    socket.onclose = ({ code }) => mine(() => closed(code));
    socket.onerror = () => undefined; // a close follows
    socket.onmessage = ({ data }) =>
      mine(() => {
        const message = parse(data);
        if (!message) return;
        const { type } = message;
        this.feed({
          type: 'heard',
          id,
          ref: type === 'pong' ? 0 : 'ref' in message && message.ref ? message.ref : undefined,
          heartbeatMs: type === 'welcome' ? message.heartbeatMs : undefined,
          beatMs: type === 'welcome' ? message.beatMs : type === 'beat' ? message.nextMs : undefined,
        });
        if (type === 'pong' || type === 'beat') return;
        this.options.onMessage(message);
        if (type !== 'goodbye') return;
        goodbye = message;
        mine(() => closed(message.code));
      });
  }
}

function parse(data: unknown): ServerMessage | null {
  try {
    const value: unknown = JSON.parse(String(data));
    const typed = typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
    return typed ? (value as ServerMessage) : null;
  } catch {
    return null;
  }
}
