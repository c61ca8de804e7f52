import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEveryTest, insideTest } from './ending.ts';

const standing = new Set<Gateway>();
afterEveryTest(() => {
  standing.forEach((gateway) => gateway.remove());
  standing.clear();
});

/** The web gateway of a hospital or hotel: plain requests pass, WebSockets do not. */
export class Gateway {
  /** POSTs of messages on an event stream that passed. */
  messages = 0;
  streams = 0;
  upgrades = 0;
  /** How many WebSockets were tried before the first event stream. */
  upgradesBeforeStream: number | null = null;
  private readonly server = createServer((incoming, outgoing) => this.pass(incoming, outgoing));

  private constructor(
    private readonly port: number,
    /** What becomes of a WebSocket: an answer that refuses it, or none at all. */
    private readonly way: 'refuses' | 'swallows',
  ) {
    this.server.on('upgrade', (_, socket: Socket) => {
      this.upgrades++;
      if (this.way === 'refuses') socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
    });
  }

  static async before(base: string, way: 'refuses' | 'swallows'): Promise<Gateway> {
    insideTest();
    const gateway = new Gateway(Number(new URL(base).port), way);
    standing.add(gateway);
    await new Promise<void>((resolve) => gateway.server.listen(0, '127.0.0.1', resolve));
    return gateway;
  }

  /** The same address, behind this gateway. */
  through(url: string): string {
    const address = new URL(url);
    address.port = String((this.server.address() as AddressInfo).port);
    return address.href;
  }

  /** Ends every connection there is; new ones are made as before. */
  drop(): void {
    this.server.closeAllConnections();
  }

  remove(): void {
    this.server.close();
    this.drop();
  }

  private pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    if (incoming.url === '/api/v1/stream') {
      this.streams++;
      this.upgradesBeforeStream ??= this.upgrades;
    }
    if (incoming.url === '/api/v1/stream/message') this.messages++;
    const { method, url: path, headers } = incoming;
    const on = request({ host: '127.0.0.1', port: this.port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
      answer.on('error', () => outgoing.destroy());
    });
    on.on('error', () => outgoing.destroy());
    outgoing.on('close', () => on.destroy());
    incoming.pipe(on);
  }
}
