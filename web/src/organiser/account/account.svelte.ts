import { ApiError } from '../../protocol/api.ts';
import type { Id } from '../../protocol/messages.gen.ts';
import type { Session } from '../session.svelte.ts';

export interface SignedInAt {
  id: string;
  began: string;
  used: string;
  browser: string;
  this: boolean;
}
export interface Heir {
  account: Id;
  name: string;
  email: string;
}
/** As HTTP.md has it. */
export interface Account {
  name: string;
  email: string;
  owner: boolean;
  sessions: SignedInAt[];
  alone: { id: Id; name: string }[];
  heirs: Heir[];
}
/** A refusal: of a field, or of all (`''`). */
export interface Refusal {
  field: string;
  text: string;
}

/** The account of who is signed in. */
export class OwnAccount {
  known = $state.raw<Account | null>(null);
  problem = $state('');
  /** The last thing that was done. */
  said = $state('');

  constructor(private readonly session: Session) {}

  async load(): Promise<void> {
    try {
      this.known = await this.session.call<Account>('GET', '/api/v1/account');
      this.problem = '';
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.problem = words(error);
    }
  }

  rename = (name: string) => this.change('name', { name }, 'Your name is changed.');

  changeEmail = (email: string, present: string) =>
    this.change('email', { email, present }, 'Your e-mail address is changed. Sign in with it from now on.');

  changePassword = (present: string, password: string) =>
    this.change(
      'password',
      { present, password },
      'Your password is changed. Every other browser that was signed in is signed out.',
    );

  end = ({ id, browser }: SignedInAt) =>
    this.tell(async () => {
      await this.session.call('DELETE', `/api/v1/account/sessions/${id}`);
      await this.load();
      this.said = `${browser} is signed out.`;
    });

  endOthers = () =>
    this.tell(async () => {
      await this.session.call('DELETE', '/api/v1/account/sessions');
      await this.load();
      this.said = 'Every other browser is signed out.';
    });

  /** Afterwards nobody is signed in. */
  remove = (present: string, heir: Id | null) =>
    this.tell(async () => {
      await this.session.call('POST', '/api/v1/account/delete', { present, ...(heir === null ? {} : { heir }) });
      this.session.ended();
    });

  private change(what: string, body: Record<string, string>, said: string): Promise<Refusal | null> {
    return this.tell(async () => {
      await this.session.call('POST', `/api/v1/account/${what}`, body);
      await Promise.all([this.load(), this.session.load()]);
      this.said = said;
    });
  }

  /** Null when it is done. */
  private async tell(work: () => Promise<void>): Promise<Refusal | null> {
    this.said = '';
    try {
      await work();
      return null;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return { field: error.field ?? '', text: words(error) };
    }
  }
}

const words = (error: ApiError) => error.message || 'The server cannot be reached. Check the network, and try again.';
