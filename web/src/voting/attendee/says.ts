import type { Seen } from '../../attendee/kinds.ts';
import type { BallotActivity } from '../activity.ts';
import { wordsOf, type Answering } from './answering.ts';
import { ownVote, pollSentence, type Told } from './sentences.ts';

/** What is said about one's own vote. */
export const toldOf = <A extends BallotActivity, M>(
  answering: Answering<A, M>,
  activity: A,
  { ballots, live, away }: Seen,
): Told | null =>
  ownVote({
    poll: activity,
    slot: ballots.slot(activity),
    earlier: ballots.earlier(activity),
    live,
    storeAway: away,
    words: (vote) => wordsOf(answering, activity, vote),
  });

/** What a screen reader is told of a ballot and one's own vote in it, and whether it waits for that (`View`). */
export const voicing = <A extends BallotActivity, M>(answering: Answering<A, M>) => ({
  says(activity: A, seen: Seen): string {
    const result = activity.results === 'everyone' ? answering.result(activity) : '';
    const told = toldOf(answering, activity, seen);
    if (told && told.title !== 'Sending your vote.') return `${told.title} ${told.text} ${result}`;
    if (!seen.live) return 'No connection. We keep trying.';
    const slot = seen.ballots.slot(activity);
    if (activity.state === 'open' && !slot.pending && !slot.counted) return `Voting is open: ${activity.question}`;
    return `${pollSentence(activity, slot)} ${result}`;
  },
  waits(activity: A, { ballots }: Seen): boolean {
    const { pending, counted } = ballots.slot(activity);
    return activity.state === 'open' && !pending && !counted;
  },
});
