import type { Slot, Vote } from '../ballot.ts';
import { closed } from '../../ui/closed.ts';
import type { BallotActivity } from '../activity.ts';

/** What is said about one's own vote. */
export interface Told {
  tone: 'waiting' | 'good' | 'late' | 'plain';
  title: string;
  text: string;
  /** Of the vote that counts. */
  receipt?: string;
}

export interface Situation {
  poll: Pick<BallotActivity, 'state'>;
  slot: Slot;
  /** Votes of an earlier round of this poll: it was reset since. */
  earlier: Slot | null;
  live: boolean;
  /** The server told that it starts anew. */
  restarting?: boolean | undefined;
  /** The server says that it cannot store votes now. */
  storeAway: boolean;
  /** A vote in words. */
  words: (vote: Vote) => string;
}

/** What to say about one's own vote in the poll on screen; null when there is nothing to say. */
export function ownVote({ poll, slot, earlier, live, restarting, storeAway, words }: Situation): Told | null {
  const stands = slot.counted ? ` Your earlier vote counts until then: ${words(slot.counted)}.` : '';
  if (slot.pending) {
    const { says } = slot.pending;
    if (live && !storeAway) return { tone: 'waiting', title: 'Sending your vote.', text: `${says}.` };
    const why = live
      ? 'Votes cannot be stored right now. We keep trying'
      : `We send it when the ${restarting ? 'server has restarted' : 'network is back'}`;
    return {
      tone: 'waiting',
      title: 'Your vote is waiting on this phone.',
      text: `${says}. ${why} and tell you here.${stands}`,
    };
  }
  if (slot.refused && slot.refused.code !== 'superseded') return refusal(slot, words);
  if (slot.counted) {
    return { tone: 'good', title: 'Counted.', text: `${words(slot.counted)}.`, receipt: slot.counted.receipt };
  }
  if (earlier && poll.state === 'open') return reset(earlier);
  return null;
}

function refusal({ refused, counted }: Slot, words: Situation['words']): Told {
  const still = counted ? ` Your earlier vote still counts: ${words(counted)}.` : '';
  return { ...refusalWords(refused, still), ...(counted && { receipt: counted.receipt }) };
}

function refusalWords(refused: Slot['refused'], still: string): Told {
  if (refused?.code === 'tooLate' || refused?.code === 'notOpen') {
    return {
      tone: 'late',
      title: 'Too late.',
      text: `Voting had closed before your vote arrived. ${refused.says} is not counted.${still}`,
    };
  }
  if (refused?.code === 'finalised') {
    return { tone: 'plain', title: 'Voting is over.', text: `${refused.message ?? ''}${still}` };
  }
  return { tone: 'late', title: 'Not counted.', text: `${refused?.message ?? ''}${still}` };
}

function reset(earlier: Slot): Told {
  const text = earlier.counted
    ? 'All votes were deleted, yours too. Vote again if you like.'
    : 'Your vote was made for the poll as it was before and is not counted. Please vote again.';
  return {
    tone: 'plain',
    title: earlier.counted ? 'The organiser reset this poll.' : 'The organiser changed this poll.',
    text,
  };
}

/** About a poll that is closed, or whose result is not to be seen. */
export function pollSentence(poll: BallotActivity, slot: Slot): string {
  const shown = poll.results === 'everyone' && poll.tally?.result;
  const where = poll.results === 'stage' ? 'The result is on the screen in the room.' : 'The result is not shown yet.';
  if (closed(poll)) {
    const missed = slot.counted || slot.pending || slot.refused ? '' : ' You did not vote in this poll.';
    const over = `Voting is ${poll.state === 'final' ? 'over' : 'locked'}.${missed}${shown ? '' : ` ${where}`}`;
    return `${over} What comes next appears here.`;
  }
  if (shown) return 'Voting is still open.';
  const when = poll.results === 'stage' ? where : 'The result appears here when the organiser shows it.';
  return `Voting is still open. ${when}`;
}
