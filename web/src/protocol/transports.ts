import type { Clock, KeyValue, OpenSocket, Socket } from './environment.ts';

/** A WebSocket that brought nothing in this time is taken for blocked, milliseconds. */
const SILENT_MS = 4_000;
/** So many silent or, once one had worked, failed WebSockets in a row, and the other transport is tried. */
const FAILURES = 2;
/** Every so many connections over a stream a WebSocket is tried again: the phone may be in another network by now. */
const AGAIN_EVERY = 4;
const KEY = 'plenary.transport';

type Transport = 'socket' | 'stream';

export interface Transports {
  socket: OpenSocket;
  stream: OpenSocket;
  clock: Clock;
  /** Remembers for the session which transport works; null: nothing is remembered over a reload. */
  kept: KeyValue | null;
}

/** Whether WebSockets were found not to get through in this session. */
export function socketsBlocked(kept: KeyValue | null): boolean {
  try {
    return kept?.getItem(KEY) === 'stream';
  } catch {
    return false;
  }
}

/** Opens WebSockets, and event streams where WebSockets do not get through. */
export function withFallback(transports: Transports): OpenSocket {
  const choice = new Choice(transports.kept);
  return (url) => new Attempt(url, transports, choice);
}

/** What was learned about this network. */
class Choice {
  private worked: Transport | null = null;
  /** WebSockets in a row that brought nothing. */
  private failures = 0;
  /** Streams since a WebSocket was last tried. */
  private streams = 0;

  constructor(private readonly kept: KeyValue | null) {
    try {
      const transport = kept?.getItem(KEY);
      if (transport === 'socket' || transport === 'stream') this.worked = transport;
    } catch {
      // not remembered, then
    }
  }

  first(): Transport {
    const again = ++this.streams % AGAIN_EVERY === 0;
    return this.worked === 'stream' && !again ? 'stream' : 'socket';
  }

  works(transport: Transport): void {
    this.failures = 0;
    if (transport === 'socket') this.streams = 0;
    if (transport === this.worked) return;
    this.worked = transport;
    try {
      this.kept?.setItem(KEY, transport);
    } catch {
      // not remembered, then
    }
  }

  /**
   * Whether to try the stream at once. A server that restarts fails fast as well: where a WebSocket worked before, once
   * is not enough.
   */
  socketFailed(silent: boolean): boolean {
    this.failures++;
    return this.worked === 'stream' || (!silent && this.worked === null) || this.failures >= FAILURES;
  }

  streamFailed(): void {
    this.streams = AGAIN_EVERY - 1; // next time a WebSocket again, and the stream after it
  }
}

/** One connection: a WebSocket, or a stream, or a stream after a WebSocket that failed. */
class Attempt implements Socket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  onerror: (() => void) | null = null;
  private inner: Socket | null = null;
  private cancel: () => void = () => undefined;

  constructor(
    private readonly url: string,
    private readonly transports: Transports,
    private readonly choice: Choice,
  ) {
    this.use(choice.first());
  }

  send(text: string): void {
    this.inner?.send(text);
  }

  close(code?: number): void {
    const { inner } = this;
    this.let();
    inner?.close(code);
  }

  private use(transport: Transport): void {
    let socket: Socket;
    try {
      socket = this.transports[transport](this.url);
    } catch {
      // Forbidden altogether. Whoever opened this sets its handlers first.
      this.cancel = this.transports.clock.after(0, () => this.failed(transport, false, 1006));
      return;
    }
    this.inner = socket;
    const mine = (run: () => void) => this.inner === socket && run();
    socket.onopen = () => mine(() => this.onopen?.());
    let heard = false;
    socket.onmessage = (event) =>
      mine(() => {
        if (!heard) {
          heard = true;
          this.cancel();
          this.choice.works(transport);
        }
        this.onmessage?.(event);
      });
    socket.onerror = () => undefined; // a close follows
    // A code of ours (PROTOCOL.md) came through, whatever else did not.
    socket.onclose = ({ code }) =>
      mine(() => (heard || code >= 4_000 ? this.end(code) : this.failed(transport, false, code)));
    if (transport === 'socket') {
      this.cancel = this.transports.clock.after(SILENT_MS, () => this.failed(transport, true, 1006));
    }
  }

  private failed(transport: Transport, silent: boolean, code: number): void {
    const { inner } = this;
    this.let();
    inner?.close();
    if (transport === 'socket' && this.choice.socketFailed(silent)) return this.use('stream');
    if (transport === 'stream') this.choice.streamFailed();
    this.onclose?.({ code });
  }

  private end(code: number): void {
    this.let();
    this.onclose?.({ code });
  }

  private let(): void {
    this.cancel();
    this.inner = null;
  }
}
