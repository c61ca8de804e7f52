import WebSocket from 'ws';
import type { ClientMessage, Hello, ServerMessage } from '../../src/protocol/messages.gen.ts';
import { PATIENCE_MS } from './patience.ts';

/** Ends what would never come. */
const LIMIT_MS = PATIENCE_MS;
/** As pages do: the server lets go of who says nothing for longer than a minute. */
const PING_MS = 20_000;

/** One WebSocket as the protocol has it, outside a browser. Remembers what it heard. */
export class Wire {
  readonly heard: ServerMessage[] = [];
  private readonly waiting = new Set<() => void>();
  private listener: (message: ServerMessage) => void = () => undefined;
  private closed: string | null = null;
  private ref = 0;

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as ServerMessage;
      this.heard.push(message);
      this.listener(message);
      this.wake();
    });
    const ping = setInterval(
      () => socket.readyState === WebSocket.OPEN && this.send({ type: 'ping' }),
      PING_MS,
    ).unref();
    socket.on('close', (code) => {
      clearInterval(ping);
      this.closed = `closed with ${code}`;
      this.wake();
    });
    socket.on('error', (error) => (this.closed = String(error)));
  }

  static async open(base: string, hello: Omit<Hello, 'type' | 'protocol'>, cookie?: string): Promise<Wire> {
    const socket = new WebSocket(`${base.replace(/^http/, 'ws')}/ws`, {
      perMessageDeflate: false,
      headers: cookie ? { cookie } : {},
    });
    const wire = new Wire(socket);
    await new Promise<void>((resolve, reject) => socket.once('open', resolve).once('error', reject));
    wire.send({ type: 'hello', protocol: 1, ...hello });
    await wire.find((message) => message.type.endsWith('Snapshot'));
    return wire;
  }

  /** Calls with everything that was heard and will be. */
  listen(listener: (message: ServerMessage) => void): void {
    this.heard.forEach(listener);
    this.listener = listener;
  }

  nextRef(): number {
    return ++this.ref;
  }

  send(message: ClientMessage): void {
    this.socket.send(JSON.stringify(message));
  }

  /** The newest message of a type; undefined when there was none. */
  latest<T extends ServerMessage['type']>(type: T): Extract<ServerMessage, { type: T }> | undefined {
    return [...this.heard].reverse().find((message) => message.type === type) as
      Extract<ServerMessage, { type: T }> | undefined;
  }

  /** The first message that fits, heard already or still to come. */
  find(fits: (message: ServerMessage) => boolean, what = String(fits)): Promise<ServerMessage> {
    return this.until(() => this.heard.find(fits), what);
  }

  /** Resolves with what `look` gives as soon as that is something. */
  until<T>(look: () => T | undefined | null | false, what = String(look)): Promise<T> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(
        () =>
          end(() =>
            reject(
              new Error(`Waited ${LIMIT_MS} ms in vain for ${what}. Last: ${JSON.stringify(this.heard.slice(-3))}`),
            ),
          ),
        LIMIT_MS,
      );
      const end = (then: () => void) => {
        clearTimeout(late);
        this.waiting.delete(again);
        then();
      };
      const again = () => {
        const found = look();
        if (found) end(() => resolve(found));
        else if (this.closed) end(() => reject(new Error(`The connection is gone: ${this.closed}`)));
      };
      this.waiting.add(again);
      again();
    });
  }

  close(): void {
    this.socket.close();
  }

  private wake(): void {
    [...this.waiting].forEach((again) => again());
  }
}
