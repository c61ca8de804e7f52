import { connect, createServer, type Socket } from 'node:net';
import { afterEveryTest, insideTest } from './ending.ts';

const laid = new Set<Cable>();
afterEveryTest(() => {
  laid.forEach((cable) => cable.remove());
  laid.clear();
});

/** A slow line: how long there and back takes, and what comes down in a second. */
export interface Line {
  rttMs: number;
  bytesPerSecond: number;
}

/**
 * The network between one device and the server, which can be cut. A browser's own offline mode leaves open sockets
 * alone.
 */
export class Cable {
  private readonly sockets = new Set<Socket>();
  /** What no longer passes on the connections that there were when it fell silent: the bytes of these sockets. */
  private readonly mute = new WeakSet<Socket>();
  private readonly pairs = new Set<readonly [near: Socket, far: Socket]>();
  private state: 'whole' | 'cut' | 'held' | 'deaf' = 'whole';
  private readonly server = createServer((near) => this.join(near));
  /** When the last byte that is on its way down will have passed: all connections share the line. */
  private free = 0;

  private constructor(
    private readonly port: number,
    private readonly line: Line | null,
  ) {}

  static async to(base: string, line: Line | null = null): Promise<Cable> {
    insideTest();
    const cable = new Cable(Number(new URL(base).port), line);
    laid.add(cable);
    await new Promise<void>((resolve) => cable.server.listen(0, '127.0.0.1', resolve));
    return cable;
  }

  /** The same address, through this cable. */
  through(url: string): string {
    const address = new URL(url);
    address.port = String((this.server.address() as { port: number }).port);
    return address.href;
  }

  /** Connections end at once and no new one is made, as when Wi-Fi is switched off. */
  cut(): void {
    this.state = 'cut';
    this.sockets.forEach((socket) => socket.destroy());
  }

  /** Nothing arrives any more and nobody is told, as on a full train in a tunnel. */
  hold(): void {
    this.state = 'held';
    this.sockets.forEach((socket) => socket.pause());
  }

  /** What the device says arrives; what it is answered does not. */
  deafen(): void {
    this.state = 'deaf';
  }

  /**
   * Connections there are forward nothing any more in this direction, and nobody is told; new ones work. As when a
   * firewall forgot them.
   */
  silence(direction: 'both' | 'up' | 'down'): void {
    for (const [near, far] of this.pairs) {
      if (direction !== 'down') this.mute.add(near);
      if (direction !== 'up') this.mute.add(far);
    }
  }

  mend(): void {
    // phones come back with new addresses
    if (this.state === 'held' || this.state === 'deaf') this.sockets.forEach((socket) => socket.destroy());
    this.state = 'whole';
  }

  remove(): void {
    this.cut();
    this.server.close();
  }

  private join(near: Socket): void {
    if (this.state === 'cut') return void near.destroy();
    const far = connect(this.port, '127.0.0.1');
    const born = performance.now();
    const pair = [near, far] as const;
    this.pairs.add(pair);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      const underWay: Buffer[] = []; // in their order, whichever timer rings first
      this.sockets.add(one);
      const later = this.line && (one === near ? this.up(this.line, born) : this.down(this.line));
      one.on('data', (data) => {
        if ((this.state === 'deaf' && one === far) || this.mute.has(one)) return;
        if (!later) return void other.write(data);
        underWay.push(data);
        later(data.length, () => other.write(underWay.shift()!));
      });
      one.on('error', () => undefined);
      one.on('close', () => {
        this.sockets.delete(one);
        this.pairs.delete(pair);
        other.destroy();
      });
      if (this.state === 'held') one.pause();
    }
  }

  /** A connection costs one round trip before its first byte. */
  private up({ rttMs }: Line, born: number): (bytes: number, arrive: () => void) => void {
    return (_bytes, arrive) => setTimeout(arrive, Math.max(0, born + rttMs - performance.now()) + rttMs / 2);
  }

  private down({ rttMs, bytesPerSecond }: Line): (bytes: number, arrive: () => void) => void {
    return (bytes, arrive) => {
      this.free = Math.max(this.free, performance.now()) + (bytes / bytesPerSecond) * 1_000;
      setTimeout(arrive, this.free + rttMs / 2 - performance.now());
    };
  }
}
