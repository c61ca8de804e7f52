import { ApiError } from '../../protocol/api.ts';
import type { Id } from '../../protocol/messages.gen.ts';
import type { Session } from '../session.svelte.ts';

export type StaffRole = 'organiser' | 'moderator' | 'presenter';
/** `rooms` null: all rooms. */
export interface Grant {
  role: StaffRole;
  rooms: Id[] | null;
}
export interface Person extends Grant {
  account: Id;
  name: string;
  email: string;
  owner: boolean;
  you: boolean;
}
/** One that waits. `by`: who made it, null when they are gone. */
export interface Invitation extends Grant {
  id: string;
  by: string | null;
  until: string;
}

/** A link into somebody's account, told once. */
export interface MadeLink {
  account: Id;
  kind: 'sign-in' | 'reset';
  url: string;
  until: string;
}

const keeping = (newLinks: boolean) => (newLinks ? '' : '?links=keep');
const NEW_LINKS = ' The links of stages and remotes are new.';

/** The people who run an event, and the invitations that wait (HTTP.md). */
export class People {
  /** Null before they were read. */
  list = $state.raw<Person[] | null>(null);
  invitations = $state.raw<Invitation[]>([]);
  /** The link made last: it is told once. */
  made = $state.raw<(Invitation & { url: string }) | null>(null);
  /** The link into an account that was made last. */
  into = $state.raw<MadeLink | null>(null);
  problem = $state('');
  /** The last thing that was done, for screen readers. */
  said = $state('');

  constructor(
    private readonly session: Pick<Session, 'call' | 'owner'>,
    private readonly event: string,
  ) {}

  load = (): Promise<boolean> => this.tell(() => this.read());

  invite(grant: Grant): Promise<boolean> {
    return this.tell(async () => {
      const made = await this.call<Invitation & { url: string }>('POST', 'invitations', grant);
      await this.read();
      this.made = made;
      this.said = 'The invitation link is ready.';
    });
  }

  withdraw({ id }: Invitation): Promise<boolean> {
    return this.tell(async () => {
      await this.call('DELETE', `invitations/${id}`);
      if (this.made?.id === id) this.made = null;
      await this.read();
      this.said = 'The invitation is withdrawn.';
    });
  }

  /** @param newLinks whether the links an organiser could read are replaced, when this one is none any more */
  change(person: Person, { role, rooms }: Grant, newLinks: boolean): Promise<boolean> {
    return this.tell(async () => {
      await this.call('POST', `staff/${person.account}${keeping(newLinks)}`, { role, rooms });
      await this.read();
      const renewed = person.role === 'organiser' && role !== 'organiser' && newLinks;
      this.said = `${person.name} is changed.${renewed ? NEW_LINKS : ''}`;
    });
  }

  /** @param newLinks as above */
  remove(person: Person, newLinks: boolean): Promise<boolean> {
    return this.tell(async () => {
      await this.call('DELETE', `staff/${person.account}${keeping(newLinks)}`);
      await this.read();
      this.said = `${person.name} is taken off.${person.role === 'organiser' && newLinks ? NEW_LINKS : ''}`;
    });
  }

  /** Whether this account may let others into theirs. */
  get mayLetIn(): boolean {
    return this.session.owner;
  }

  letIn({ account, name }: Person, kind: MadeLink['kind']): Promise<boolean> {
    return this.tell(async () => {
      const made = await this.session.call<{ url: string; until: string }>(
        'POST',
        `/api/v1/accounts/${account}/links/${kind}`,
      );
      this.into = { account, kind, ...made };
      this.said = `The link for ${name} is ready.`;
    });
  }

  private async read(): Promise<void> {
    const { people, invitations } = await this.call<{ people: Person[]; invitations: Invitation[] }>('GET', 'staff');
    this.list = people;
    this.invitations = invitations;
    if (!invitations.some(({ id }) => id === this.made?.id)) this.made = null;
  }

  private call<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> {
    return this.session.call<T>(method, `/api/v1/events/${this.event}/${path}`, body);
  }

  /** Whether it worked; `problem` says why not. */
  private async tell(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      this.problem = '';
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.problem = error.message;
      return false;
    }
  }
}
