import { connect, createServer, type Socket } from 'node:net';
import { afterEach } from 'vitest';

const laid = new Set<Cable>();
afterEach(() => {
  laid.forEach((cable) => cable.remove());
  laid.clear();
});

/** The network between one device and the server, which can be cut. A browser's own offline mode leaves open sockets alone. */
export class Cable {
  private readonly sockets = new Set<Socket>();
  private state: 'whole' | 'cut' | 'held' = 'whole';
  private readonly server = createServer((near) => this.join(near));

  private constructor(private readonly port: number) {}

  static async to(base: string): Promise<Cable> {
    const cable = new Cable(Number(new URL(base).port));
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

  mend(): void {
    if (this.state === 'held') this.sockets.forEach((socket) => socket.destroy()); // phones come back with new addresses
    this.state = 'whole';
  }

  remove(): void {
    this.cut();
    this.server.close();
  }

  private join(near: Socket): void {
    if (this.state === 'cut') return void near.destroy();
    const far = connect(this.port, '127.0.0.1');
    for (const [one, other] of [[near, far], [far, near]] as const) {
      this.sockets.add(one);
      one.on('data', (data) => other.write(data));
      one.on('error', () => undefined);
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
      if (this.state === 'held') one.pause();
    }
  }
}
