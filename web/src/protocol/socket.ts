import { Backoff } from './backoff.ts';
import type { Clock, OpenSocket, Random, Socket } from './environment.ts';
import { Heartbeat } from './heartbeat.ts';
import type { ClientMessage, Goodbye, Hello, ServerMessage } from './messages.gen.ts';
import { refusal, type Status } from './status.ts';

export interface ConnectionOptions {
  /** Address of `/ws`, with ws: or wss:. */
  url: string;
  open: OpenSocket;
  clock: Clock;
  random: Random;
  /** Asked at every attempt, so that a token that changed is used. */
  hello: () => Hello;
  /** Every message but `pong`, `welcome` and `goodbye` included. */
  onMessage: (message: ServerMessage) => void;
  /** Called at every change. On `live`, `send` works. */
  onStatus: (status: Status) => void;
}

/** How long a socket may take to be welcomed, milliseconds. */
const WELCOME_WITHIN_MS = 10_000;
/** A connection that lived this long starts again with short pauses. */
const STEADY_AFTER_MS = 5_000;
/** A hello that took longer says more about the server or a sleeping radio than about the way. */
const LONGEST_WAY_MS = 500;

/** One connection to the server that comes back by itself: hello, heartbeat, reconnect, goodbye. */
export class Connection {
  private socket: Socket | null = null;
  private status: Status = { kind: 'connecting' };
  private goodbye: Goodbye | null = null;
  private way = 0;
  private greetedAt = 0;
  private lastRef = 0;
  private steadySince = Infinity;
  private cancelTimer: () => void = () => undefined;
  private readonly backoff: Backoff;
  private readonly heartbeat: Heartbeat;

  constructor(private readonly options: ConnectionOptions) {
    this.backoff = new Backoff(options.random, 1_000, 15_000);
    this.heartbeat = new Heartbeat(
      options.clock,
      () => this.send({ type: 'ping' }),
      () => this.lost(1006),
    );
  }

  start(): void {
    if (this.socket) return;
    this.cancelTimer();
    this.goodbye = null;
    const socket = this.options.open(this.options.url);
    this.socket = socket;
    const mine = (run: () => void) => {
      if (this.socket === socket) run();
    };
    socket.onopen = () => mine(() => this.greet(socket));
    socket.onmessage = (event) => mine(() => this.receive(event.data));
    socket.onclose = (event) => mine(() => this.lost(event.code));
    socket.onerror = () => undefined; // a close follows
    this.cancelTimer = this.options.clock.after(WELCOME_WITHIN_MS, () => this.lost(1006));
  }

  /** Ends it for good, until `start` is called again. */
  stop(): void {
    this.drop(1000);
    this.backoff.reset();
  }

  /** The machine woke up or came online: prove the connection alive, or come back at once. */
  kick(): void {
    if (this.status.kind === 'refused') return;
    if (this.socket && this.status.kind === 'live') this.heartbeat.probe();
    else if (!this.socket) this.later(this.options.random() * 300);
  }

  /** Sends now; false when there is no live connection. Nothing is queued: that is the caller's decision. */
  send(message: ClientMessage): boolean {
    if (!this.socket || this.status.kind !== 'live') return false;
    this.socket.send(JSON.stringify(message));
    return true;
  }

  /** How long a message takes to the server, in milliseconds: half of what the last hello took, 500 at most. */
  get wayMs(): number {
    return this.way;
  }

  /** A number no other message on this page had. */
  nextRef(): number {
    return ++this.lastRef;
  }

  private greet(socket: Socket): void {
    this.greetedAt = this.options.clock.monotonic();
    socket.send(JSON.stringify(this.options.hello()));
  }

  private receive(data: unknown): void {
    const message = parse(data);
    if (!message) return;
    this.heartbeat.heard();
    if (message.type === 'pong') return;
    if (message.type === 'welcome') this.welcomed(message.heartbeatMs);
    this.options.onMessage(message);
    if (message.type === 'goodbye') {
      this.goodbye = message;
      this.lost(message.code);
    }
  }

  private welcomed(heartbeatMs: number): void {
    this.cancelTimer();
    this.steadySince = this.options.clock.monotonic();
    this.way = Math.min(LONGEST_WAY_MS, (this.steadySince - this.greetedAt) / 2);
    this.heartbeat.start(heartbeatMs);
    this.become({ kind: 'live' });
  }

  private lost(code: number): void {
    const lived = this.options.clock.monotonic() - this.steadySince;
    if (lived >= STEADY_AFTER_MS) this.backoff.reset();
    const { goodbye } = this;
    this.drop(1000);
    const refused = goodbye && !goodbye.reconnect ? refusal(code, goodbye.message) : refusal(code);
    if (refused) return this.become(refused);
    this.become({ kind: 'offline' });
    this.later(this.backoff.next(goodbye?.afterMs));
  }

  private drop(code: number): void {
    this.cancelTimer();
    this.heartbeat.stop();
    this.steadySince = Infinity;
    const { socket } = this;
    this.socket = null;
    socket?.close(code);
  }

  private later(ms: number): void {
    this.cancelTimer();
    this.cancelTimer = this.options.clock.after(ms, () => this.start());
  }

  private become(status: Status): void {
    if (status.kind === this.status.kind && status.kind !== 'refused') return;
    this.status = status;
    this.options.onStatus(status);
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
