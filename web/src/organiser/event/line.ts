import { Commands, type AnswerTo, type Command } from '../../protocol/commands.ts';
import type { ClientMessage, Id, OrganiserSnapshot, ServerMessage } from '../../protocol/messages.gen.ts';
import type { Status } from '../../protocol/status.ts';
import { browserClock } from '../../ui/browser.ts';
import { Follow, type Listener } from '../../ui/follow.svelte.ts';
import { ServerClock } from '../../ui/serverClock.svelte.ts';
import { Standing } from '../standing.svelte.ts';

/** What the page of an event needs of its connection. `state` and `status` are reactive. */
export interface Line {
  readonly state: OrganiserSnapshot | null;
  readonly status: Status;
  readonly standing: Standing;
  readonly clock: ServerClock;
  /** Rejects with CommandError. */
  run<C extends Command>(command: C): Promise<AnswerTo<C>>;
  /** Sends what is not answered; it is lost without a connection, which is false. */
  tell(message: ClientMessage): boolean;
  nextRef(): number;
  /** Takes part in the connection until the returned function is called. */
  visit(listener: Listener): () => void;
  /** Calls with every message until the returned function is called. */
  listen(listener: (message: ServerMessage) => void): () => void;
  start(): () => void;
  /** Tries again after a refusal. */
  again(): void;
}

/** The line to the server. */
export class LiveLine implements Line {
  private readonly follow: Follow<OrganiserSnapshot>;
  private readonly commands: Commands;
  private readonly listeners = new Set<(message: ServerMessage) => void>();
  readonly standing: Standing;
  readonly clock: ServerClock;

  /** @param room the first one of those one may enter, when it is not said */
  constructor(event: Id, room?: Id) {
    this.follow = new Follow<OrganiserSnapshot>('organiserSnapshot', () => ({
      type: 'hello',
      protocol: 1,
      role: 'organiser',
      event,
      ...(room ? { room } : {}),
    }));
    this.standing = this.follow.join(new Standing());
    this.clock = this.follow.join(new ServerClock());
    this.commands = this.follow.join(new Commands(this.follow, browserClock));
    this.follow.join({ receive: (message) => this.listeners.forEach((listener) => listener(message)) });
  }

  get state(): OrganiserSnapshot | null {
    return this.follow.state;
  }
  get status(): Status {
    return this.follow.status;
  }
  run = <C extends Command>(command: C): Promise<AnswerTo<C>> => this.commands.run(command);
  tell = (message: ClientMessage): boolean => this.follow.send(message);
  nextRef = (): number => this.follow.nextRef();
  visit = (listener: Listener): (() => void) => this.follow.visit(listener);
  listen = (listener: (message: ServerMessage) => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  start = (): (() => void) => this.follow.start();
  again = (): void => this.follow.again();
}
