import type { ClientMessage, Hello, ServerMessage } from '../protocol/messages.gen.ts';
import { Connection } from '../protocol/socket.ts';
import type { Snapshot } from '../protocol/activity.ts';
import { reduce } from '../protocol/state.ts';
import type { Status } from '../protocol/status.ts';
import { browserClock, onWake, openSocket, socketUrl } from './browser.ts';
import { met } from './renewal.ts';

/** Close code of a server that starts anew (codes.json). */
const RESTARTING = 4000;

/** Takes part in a connection: Commands and BallotBox do. */
export interface Listener {
  receive(message: ServerMessage): unknown;
  connected?(): void;
  lost?(): void;
}

/**
 * Follows an event over one connection; `state` and `status` are reactive.
 *
 * const follow = new Follow('organiserSnapshot', () => ({ type: 'hello', protocol: 1, role: 'organiser', event, room
 * }));
 *     const commands = follow.join(new Commands(follow, browserClock));
 *     $effect(() => follow.start());        // returns its own stop
 *     await commands.run({ type: 'openActivity', activity: poll.id, rev: poll.rev });
 */
export class Follow<S extends Snapshot> {
  /** The newest of what this role sees; null before the first snapshot. Replaced whole, never changed in place. */
  state = $state.raw<S | null>(null);
  status = $state.raw<Status>({ kind: 'connecting' });
  /** The server said goodbye to start anew. */
  private restarting = false;
  private readonly listeners: Listener[] = [];
  private readonly connection: Connection;

  constructor(kind: S['type'], hello: () => Hello) {
    this.connection = new Connection({
      url: socketUrl(),
      open: openSocket,
      clock: browserClock,
      random: Math.random,
      hello,
      onMessage: (message) => {
        if (message.type === 'welcome') met(message.server);
        if (message.type === 'goodbye') this.restarting = message.code === RESTARTING;
        this.state = reduce<S>(kind, this.state, message);
        for (const listener of this.listeners) listener.receive(message);
      },
      onStatus: (status) => {
        const before = this.status.kind;
        if (status.kind === 'live') this.restarting = false;
        this.status = status.kind === 'offline' && this.restarting ? { ...status, restarting: true } : status;
        if (status.kind === before) return; // beats began or ended
        for (const listener of this.listeners) {
          if (status.kind === 'live') listener.connected?.();
          else listener.lost?.();
        }
      },
    });
  }

  join<L extends Listener>(listener: L): L {
    this.listeners.push(listener);
    return listener;
  }

  /** Takes part for a while, also in a connection that is live already; until the returned function is called. */
  visit(listener: Listener): () => void {
    this.listeners.push(listener);
    if (this.status.kind === 'live') listener.connected?.();
    return () => void this.listeners.splice(this.listeners.indexOf(listener), 1);
  }

  /** Connects and keeps connected until the returned function is called. */
  start(): () => void {
    this.connection.start();
    const off = onWake((what) => this.connection.kick(what));
    return () => {
      off();
      this.connection.stop();
    };
  }

  /** Leaves and comes back with a new hello, for example after another room was chosen or a token renewed. */
  restart(): void {
    this.connection.stop();
    this.state = null;
    this.status = { kind: 'connecting' };
    this.connection.start();
  }

  /** Tries again after a refusal, for example when somebody signed in again. What is shown stays. */
  again(): void {
    this.connection.stop();
    this.status = { kind: 'connecting' };
    this.connection.start();
  }

  send = (message: ClientMessage): boolean => this.connection.send(message);
  nextRef = (): number => this.connection.nextRef();
  wayMs = (): number => this.connection.wayMs;
}
