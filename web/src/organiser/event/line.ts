import { Commands, type Command } from '../../protocol/commands.ts';
import type { Id, OrganiserSnapshot } from '../../protocol/messages.gen.ts';
import type { Status } from '../../protocol/status.ts';
import { browserClock } from '../../ui/browser.ts';
import { Follow } from '../../ui/follow.svelte.ts';

/** What the page of an event needs of its connection. `state` and `status` are reactive. */
export interface Line {
  readonly state: OrganiserSnapshot | null;
  readonly status: Status;
  /** Rejects with CommandError. */
  run(command: Command): Promise<{ id?: Id }>;
  start(): () => void;
  /** Tries again after a refusal. */
  again(): void;
}

/** The line to the server. */
export class LiveLine implements Line {
  private readonly follow: Follow<OrganiserSnapshot>;
  private readonly commands: Commands;

  constructor(event: Id) {
    this.follow = new Follow<OrganiserSnapshot>('organiserSnapshot', () => ({ type: 'hello', protocol: 1, role: 'organiser', event }));
    this.commands = this.follow.join(new Commands(this.follow, browserClock));
  }

  get state(): OrganiserSnapshot | null {
    return this.follow.state;
  }
  get status(): Status {
    return this.follow.status;
  }
  run = (command: Command): Promise<{ id?: Id }> => this.commands.run(command);
  start = (): (() => void) => this.follow.start();
  again = (): void => this.follow.again();
}
