import { slotKey, type Ballot, type Slot, type Vote } from './ballot.ts';
import type { ServerMessage, VoteCounted, VoteRefused } from '../protocol/messages.gen.ts';
import { BallotBox, type Asked, type BallotBoxOptions } from './votes.ts';

/** A round of what is voted on. */
type Round = Pick<Asked, 'id' | 'round'>;

/** The ballot box, reactive: whoever asks it inside a component is told of changes. */
export class Ballots {
  /** What became of a vote on something that is not on screen (any more). */
  news = $state.raw<{ question: string; answer: VoteCounted | VoteRefused } | null>(null);
  /** Whose votes these are: the same person after a reload. */
  readonly owner: string;
  private version = $state(0);
  private readonly box: BallotBox;

  constructor(
    options: Omit<BallotBoxOptions, 'onChange'>,
    private readonly onScreen: () => string | null,
  ) {
    this.owner = options.owner;
    this.box = new BallotBox({ ...options, onChange: () => this.version++ });
  }

  slot(asked: Round): Slot {
    return this.fresh().slot(asked.id, asked.round);
  }

  /** What this phone did in an earlier round of this activity. */
  earlier(asked: Round): Slot | null {
    const box = this.fresh();
    for (let round = asked.round - 1; round > 0; round--) {
      const slot = box.slot(asked.id, round);
      if (slot.seq > 0) return slot;
    }
    return null;
  }

  /** Votes that wait for what is not on screen. */
  elsewhere(shown: { id: string } | null): Ballot[] {
    return this.fresh()
      .pending()
      .filter((ballot) => ballot.activity !== shown?.id);
  }

  get any(): boolean {
    return this.fresh().any();
  }

  get trouble(): string | null {
    return this.fresh().trouble;
  }

  cast(asked: Asked, vote: Vote, says: string): void {
    this.news = null;
    this.box.cast(asked, vote, says);
  }

  receive(message: ServerMessage): void {
    if (message.type === 'voteCounted' || message.type === 'voteRefused') this.tell(message);
    this.box.receive(message);
  }

  connected = (): void => this.box.connected();
  lost = (): void => this.box.lost();
  storageChanged = (key: string | null): void => this.box.storageChanged(key);

  private tell(answer: VoteCounted | VoteRefused): void {
    const waiting = this.box.slot(answer.activity, answer.round).pending;
    if (waiting?.vote !== answer.vote || this.onScreen() === slotKey(answer.activity, answer.round)) return;
    if (this.onScreen()?.startsWith(`${answer.activity}:`)) return; // its new round says what happened
    this.news = { question: waiting.question, answer };
  }

  private fresh(): BallotBox {
    void this.version;
    return this.box;
  }
}
