import { Connection } from '../../../../protocol/socket.ts';
import type { ClientMessage, Hello, ServerMessage } from '../../../../protocol/messages.gen.ts';
import { browserClock, openSocket, socketUrl } from '../../../../ui/browser.ts';

const PATIENCE_MS = 5_000;

/** A connection for a moment: as a stage, a remote or a phone has one. */
export class Probe {
  private readonly heard: ServerMessage[] = [];
  private readonly waiting = new Set<() => void>();
  private status: 'connecting' | 'live' | 'offline' | 'refused' = 'connecting';
  private readonly connection: Connection;

  constructor(hello: Omit<Hello, 'type' | 'protocol'>) {
    this.connection = new Connection({
      url: socketUrl(),
      open: openSocket,
      clock: browserClock,
      random: Math.random,
      hello: () => ({ type: 'hello', protocol: 1, ...hello }),
      onMessage: (message) => (this.heard.push(message), this.look()),
      onStatus: ({ kind }) => ((this.status = kind), this.look()),
    });
    this.connection.start();
  }

  /** How it was greeted. */
  async greeted(): Promise<'live' | 'refused' | 'silent'> {
    const seen = await this.until(() => (this.status === 'live' || this.status === 'refused' ? this.status : null));
    return seen ?? 'silent';
  }

  nextRef = (): number => this.connection.nextRef();
  send = (message: ClientMessage): boolean => this.connection.send(message);

  /** The first message for which `of` gives something; null when none came in time. */
  hear = <T>(of: (message: ServerMessage) => T | null): Promise<T | null> =>
    this.until(() => {
      for (const message of this.heard) {
        const found = of(message);
        if (found !== null) return found;
      }
      return null;
    });

  end = (): void => this.connection.stop();

  private until<T>(holds: () => T | null): Promise<T | null> {
    return new Promise((resolve) => {
      const done = (found: T | null) => (this.waiting.delete(look), clearTimeout(timer), resolve(found));
      const look = () => {
        const found = holds();
        if (found !== null) done(found);
      };
      const timer = setTimeout(() => done(null), PATIENCE_MS);
      this.waiting.add(look);
      look();
    });
  }

  private look(): void {
    for (const look of [...this.waiting]) look();
  }
}

/** Whether the secret of a stage or remote link opens what it should. */
export async function tryLink(role: 'stage' | 'remote', event: string, room: string, url: string) {
  const probe = new Probe({ role, event, room, token: new URL(url).hash.slice(1) });
  const answer = await probe.greeted();
  probe.end();
  return answer;
}
