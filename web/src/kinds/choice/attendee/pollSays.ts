import type { Poll } from '../../../protocol/messages.gen.ts';
import type { Seen } from '../../../attendee/kinds.ts';
import { ownVote, pollSentence, type Told } from '../../../voting/attendee/sentences.ts';
import { resultSentence } from './result.ts';

/** What is said about one's own vote. */
export const toldOf = (poll: Poll, { ballots, live, away }: Seen): Told | null =>
  ownVote({ poll, slot: ballots.slot(poll), earlier: ballots.earlier(poll), live, storeAway: away });

/** What a screen reader is told of a poll and one's own vote in it. */
export function pollSays(poll: Poll, seen: Seen): string {
  const told = toldOf(poll, seen);
  if (told && told.title !== 'Sending your vote.') return `${told.title} ${told.text} ${resultSentence(poll)}`;
  if (!seen.live) return 'No connection. We keep trying.';
  const slot = seen.ballots.slot(poll);
  if (poll.state === 'open' && !slot.pending && !slot.counted) return `Voting is open: ${poll.question}`;
  return `${pollSentence(poll, slot)} ${resultSentence(poll)}`;
}

/** Whether it could be voted on, and this person has not. */
export function waitsFor(poll: Poll, { ballots }: Seen): boolean {
  const { pending, counted } = ballots.slot(poll);
  return poll.state === 'open' && !pending && !counted;
}
