import { ApiError } from '../../protocol/api.ts';
import type { Id } from '../../protocol/messages.gen.ts';
import type { Session } from '../session.svelte.ts';
import type { StaffRole } from '../people/people.svelte.ts';
import type { NewAccount } from './account.ts';

interface Terms {
  event: { id: Id; name: string };
  role: StaffRole;
  roomNames: string[] | null;
}

/** An invitation, from opening its link until it was accepted. */
export class Offer {
  terms = $state.raw<Terms | null>(null);
  problem = $state('');
  /** Helped run the event before: nothing was used up. */
  already = $state(false);

  constructor(
    private readonly session: Session,
    private readonly invitation: string,
  ) {}

  async look(): Promise<void> {
    this.problem = '';
    try {
      this.terms = await this.session.call<Terms>('POST', '/api/v1/invitations/look', { invitation: this.invitation });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.problem = error.message;
    }
  }

  /** As who is signed in; true when the event is theirs now. */
  async accept(): Promise<boolean> {
    this.problem = '';
    try {
      const { already } = await this.session.call<{ already: boolean }>('POST', '/api/v1/invitations/accept', {
        invitation: this.invitation,
      });
      this.already = already;
      return !already;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.problem = error.message;
      return false;
    }
  }

  /** With a new account, which is signed in then. Rejects with ApiError. */
  acceptAnew = (account: NewAccount): Promise<void> => this.session.join({ invitation: this.invitation, ...account });
}
