import { browserClock } from '../ui/browser.ts';
import { ServerClock } from '../ui/serverClock.ts';
import type { Id, ServerMessage, Welcome } from '../protocol/messages.gen.ts';

/** What whoever runs an event is there, as `welcome` said it; the server refuses the rest all the same. */
export class Standing {
  private welcome = $state.raw<Welcome | null>(null);
  readonly clock = new ServerClock(browserClock);

  receive(message: ServerMessage): void {
    this.clock.receive(message);
    if (message.type === 'welcome') this.welcome = message;
  }

  get role(): Welcome['role'] | null {
    return this.welcome?.role ?? null;
  }

  /** `action` is a name of roles.md. */
  may = (action: string): boolean => this.welcome?.may?.includes(action) ?? false;

  /** Whether it may be done in this room. */
  covers = (room: Id): boolean => this.welcome?.rooms === undefined || this.welcome.rooms.includes(room);
}
