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
  /** How many recovery codes are left; null without a second factor. */
  secondFactor: number | null;
  sessions: SignedInAt[];
  alone: { id: Id; name: string }[];
  heirs: Heir[];
}
/** As HTTP.md has it. */
export interface Proposed {
  secret: string;
  uri: string;
  /** SVG. */
  qr: string;
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

  /** A secret for a program for codes; a code of it confirms it. */
  proposed = $state.raw<Proposed | null>(null);
  /** Recovery codes, once they were made. */
  recovery = $state.raw<string[] | null>(null);

  propose = (present: string) =>
    this.tell(async () => {
      this.recovery = null;
      this.proposed = await this.session.call<Proposed>('POST', '/api/v1/account/second-factor', { present });
    });

  confirm = (code: string) =>
    this.tell(async () => {
      const path = '/api/v1/account/second-factor/confirm';
      this.recovery = (await this.session.call<{ recovery: string[] }>('POST', path, { code })).recovery;
      this.proposed = null;
      await this.load();
      this.said = 'From now on a code is asked when you sign in.';
    });

  removeFactor = (present: string) =>
    this.tell(async () => {
      await this.session.call('POST', '/api/v1/account/second-factor/remove', { present });
      this.proposed = this.recovery = null;
      await this.load();
      this.said = 'No code is asked any more when you sign in.';
    });

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
