import { ApiError, type Method, type Request } from '../protocol/api.ts';
import type { AccountLink } from './route.ts';

interface Answer {
  signedIn: boolean;
  name?: string;
  email?: string;
  mayCreate?: boolean;
  owner?: boolean;
  setUp: boolean;
  /** What people call the provider by which they may sign in as well. */
  provider?: string | null;
}
interface Admission {
  email?: string;
  codeWanted?: boolean;
}
export interface Credentials {
  email: string;
  password: string;
}

/** Who is signed in. `expired`: was signed in and must sign in again; what is on the page stays. */
export class Session {
  state = $state<'loading' | 'unreachable' | 'noAccount' | 'signedOut' | 'signedIn'>('loading');
  expired = $state(false);
  name = $state('');
  email = $state('');
  /** Whether this account may make events of its own. */
  mayCreate = $state(false);
  /** Whether it owns this server. */
  owner = $state(false);
  /** What people call the provider by which they may sign in as well; null when there is none. */
  provider = $state<string | null>(null);
  /** Signed out here a moment ago: at the provider they are not. */
  left = $state(false);
  /** The password was right, and the account wants a code as well. */
  codeWanted = $state(false);

  constructor(private readonly request: Request) {}

  async load(): Promise<void> {
    try {
      const answer = await this.request<Answer>('GET', '/api/v1/session');
      this.provider = answer.provider ?? null;
      if (answer.signedIn) this.signedInAs(answer);
      else this.state = answer.setUp ? 'signedOut' : 'noAccount';
    } catch {
      this.state = 'unreachable';
    }
  }

  /** Rejects with ApiError. */
  async signIn(credentials: Credentials): Promise<void> {
    await this.admitted(await this.request<Admission>('POST', '/api/v1/session', credentials));
  }

  /** The first account, by the one-time link. Rejects with ApiError. */
  async setUp(account: Credentials & { token: string; name: string }): Promise<void> {
    await this.request('POST', '/api/v1/setup', account);
    await this.welcome(account.email);
  }

  /** A further account, by an invitation, which it accepts. Rejects with ApiError. */
  async join(account: Credentials & { invitation: string; name: string }): Promise<void> {
    await this.request('POST', '/api/v1/invitations/accept', account);
    await this.welcome(account.email);
  }

  /** As whoever the link is for. Rejects with ApiError. */
  async enter({ kind, link }: AccountLink, password?: string): Promise<void> {
    const body = { link, ...(password === undefined ? {} : { password }) };
    await this.admitted(await this.request<Admission>('POST', `/api/v1/links/${kind}/use`, body));
  }

  async signOut(): Promise<void> {
    await this.request('DELETE', '/api/v1/session');
    this.ended();
  }

  /** Nobody is signed in any more. */
  ended(): void {
    this.state = 'signedOut';
    this.left = true;
    this.expired = false;
    this.name = this.email = '';
  }

  /**
   * A request of somebody signed in. When the session has ended meanwhile it asks to sign in again, and rejects all the
   * same.
   */
  call = async <T>(method: Method, path: string, body?: unknown, withinMs?: number): Promise<T> => {
    try {
      return await this.request<T>(method, path, body, withinMs);
    } catch (error) {
      if (error instanceof ApiError && error.code === 'notSignedIn') this.expired = true;
      throw error;
    }
  };

  /** Looks whether the session still stands; true when it does, or when nobody can say. */
  async stands(): Promise<boolean> {
    try {
      this.expired = !(await this.request<Answer>('GET', '/api/v1/session')).signedIn;
    } catch {
      return true;
    }
    return !this.expired;
  }

  /** The second step. Rejects with ApiError; when the first was too long ago it has to be taken again. */
  async giveCode(code: string): Promise<void> {
    try {
      await this.admitted(await this.request<Admission>('POST', '/api/v1/session/code', { code }));
    } catch (error) {
      if (error instanceof ApiError && error.code === 'notSignedIn') this.codeWanted = false;
      throw error;
    }
  }

  private async admitted({ email, codeWanted = false }: Admission): Promise<void> {
    this.codeWanted = codeWanted;
    if (!codeWanted) await this.welcome(email!);
  }

  private async welcome(email: string): Promise<void> {
    try {
      this.signedInAs(await this.request<Answer>('GET', '/api/v1/session'));
    } catch {
      this.signedInAs({ email }); // signed in all the same
    }
  }

  private signedInAs({ name = '', email = '', mayCreate = false, owner = false }: Partial<Answer>): void {
    this.name = name;
    this.email = email;
    this.mayCreate = mayCreate;
    this.owner = owner;
    this.expired = false;
    this.state = 'signedIn';
  }
}
