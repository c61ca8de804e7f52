import { CommandError, Commands } from '../protocol/commands.ts';
import type { OrganiserSnapshot } from '../protocol/messages.gen.ts';
import type { RoomAddress } from '../ui/address.ts';
import { browserClock, request } from '../ui/browser.ts';
import type { Move } from '../ui/lifecycle.ts';
import { primary } from '../ui/primary.ts';
import {
  kindMoves,
  startStop,
  step,
  toggleBlank,
  toggleJoin,
  toggleOrder,
  toggleResults,
  toggleTheme,
  zoomBy,
} from '../ui/stageControls.ts';
import { Follow } from '../ui/follow.svelte.ts';
import type { StageAction } from '../ui/presenterKeys.ts';

export const SIGN_IN = 'Sign in on this computer, or use the remote.';

/** More presses than this ahead of the server are not meant. */
const MOST_WAITING = 5;

/** Decided on the state that stands when its turn comes. */
export type Decide = (state: OrganiserSnapshot) => Move;

const moves: Partial<Record<StageAction, Decide>> = {
  main: (state) => primary(state) ?? { hint: 'That was the last of the run order.' },
  reveal: toggleResults,
  previous: (state) => step(state, -1),
  next: (state) => step(state, 1),
  startStop,
  join: toggleJoin,
  blank: toggleBlank,
  sort: toggleOrder,
  theme: toggleTheme,
  bigger: (state) => zoomBy(state, 1),
  smaller: (state) => zoomBy(state, -1),
  ...kindMoves(),
};

/**
 * Lets an organiser who is signed in on this computer steer from the stage, over a second connection. The link of the
 * stage itself can change nothing.
 */
export class Presenter {
  private follow = $state.raw<Follow<OrganiserSnapshot> | null>(null);
  private commands: Commands | null = null;
  private stopFollowing: () => void = () => undefined;
  private busy = false;
  /** Pressed while a command was on its way: each is decided on what the one before it led to. */
  private next: Decide[] = [];

  constructor(
    private readonly address: RoomAddress,
    /** Shows a short hint. */
    private readonly say: (hint: string) => void,
  ) {}

  /** Steering works now. */
  get able(): boolean {
    return this.follow?.status.kind === 'live' && this.follow.state !== null;
  }

  /** What the main key does now, in words; empty when it does nothing. */
  get main(): string {
    const state = this.able ? this.follow?.state : null;
    return (state && primary(state)?.says) ?? '';
  }

  /** Looks whether an organiser is signed in, who may have signed in or out in another tab. */
  async look(): Promise<void> {
    try {
      const { signedIn } = await request<{ signedIn: boolean }>('GET', '/api/v1/session');
      if (!signedIn) this.stop();
      else if (!this.follow || this.follow.status.kind === 'refused') this.connect();
    } catch {
      // not known: what works goes on working
    }
  }

  stop(): void {
    this.next = [];
    this.stopFollowing();
    this.follow = null;
  }

  /** Does it, or says why not. */
  async act(action: StageAction): Promise<void> {
    const decide = moves[action];
    if (decide) await this.decide(decide);
  }

  async decide(decide: Decide): Promise<void> {
    const { follow } = this;
    if (!this.able || !follow?.state || !this.commands) {
      this.say(this.reason());
      return this.look();
    }
    if (this.busy) {
      if (this.next.length < MOST_WAITING) this.next.push(decide);
      return;
    }
    const move = decide(follow.state);
    if ('hint' in move) return this.say(move.hint);
    this.busy = true;
    try {
      await this.commands.run(move.command);
    } catch (error) {
      this.next = [];
      if (error instanceof CommandError) this.say(error.message);
    } finally {
      this.busy = false;
    }
    const next = this.next.shift();
    if (next) await this.decide(next);
  }

  private reason(): string {
    const status = this.follow?.status;
    if (!status) return SIGN_IN;
    if (status.kind === 'refused') {
      return status.name === 'signedOut' ? SIGN_IN : 'This account cannot steer this event.';
    }
    return 'There is no connection for steering at the moment. Try again shortly.';
  }

  private connect(): void {
    this.stop();
    const { event, room } = this.address;
    const follow = new Follow<OrganiserSnapshot>('organiserSnapshot', () => ({
      type: 'hello',
      protocol: 1,
      role: 'organiser',
      event,
      room,
    }));
    this.commands = follow.join(new Commands(follow, browserClock));
    this.follow = follow;
    this.stopFollowing = follow.start();
  }
}
