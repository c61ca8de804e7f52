import { CommandError, Commands, type Command } from '../protocol/commands.ts';
import type { OrganiserSnapshot } from '../protocol/messages.gen.ts';
import type { RoomAddress } from '../ui/address.ts';
import { browserClock } from '../ui/browser.ts';
import { Follow } from '../ui/follow.svelte.ts';
import { Notes } from '../ui/notes.svelte.ts';
import { ServerClock } from '../ui/serverClock.svelte.ts';
import { Settling } from '../ui/settling.svelte.ts';

/** The presenter's remote: what the room is at, and one command at a time. */
export class Steer {
  readonly follow: Follow<OrganiserSnapshot>;
  /** A command is on its way. */
  busy = $state(false);
  /** Why the last command had no effect; empty when it had. */
  problem = $state('');
  private readonly commands: Commands;
  /** Of what is on stage, or covered by the join screen. */
  readonly notes: Notes;
  readonly settling = new Settling();
  readonly clock: ServerClock;

  constructor({ event, room, secret }: RoomAddress) {
    this.follow = new Follow('organiserSnapshot', () => ({
      type: 'hello',
      protocol: 1,
      role: 'remote',
      event,
      room,
      token: secret,
    }));
    this.clock = this.follow.join(new ServerClock());
    this.commands = this.follow.join(new Commands(this.follow, browserClock));
    this.notes = new Notes((command) => this.commands.run(command));
  }

  /** Says why a key leads to nothing now. */
  say = (hint: string): void => void (this.problem = hint);

  /** A second press while the first is on its way does nothing: it was decided on an older state. */
  run = (command: Command): Promise<void> => this.runAll([command]);

  /** One after the other, until one has no effect. */
  runAll = async (commands: readonly Command[]): Promise<void> => {
    if (this.busy) return;
    this.busy = true;
    this.problem = '';
    try {
      for (const command of commands) await this.commands.run(command);
      buzz();
    } catch (error) {
      this.problem =
        error instanceof CommandError ? error.message : 'This did not work. Look at the state and try again.';
    } finally {
      this.busy = false;
    }
  };
}

/** A short buzz where the phone can: the eyes are in the room. */
function buzz(): void {
  try {
    navigator.vibrate?.(30);
  } catch {
    // forbidden before the first tap in some browsers
  }
}
