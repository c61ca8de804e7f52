import type { Seen, Spoken } from '../../attendee/kinds.ts';
import { closed } from '../../ui/closed.ts';
import type { BallotActivity } from '../activity.ts';
import { stepSentence, unpublished } from '../steps.ts';
import { wordsOf, type Answering } from './answering.ts';
import { ownVote, pollSentence, type Told } from './sentences.ts';

/** What is said about one's own vote. */
export const toldOf = <A extends BallotActivity, M>(
  answering: Answering<A, M>,
  activity: A,
  { ballots, live, restarting, away }: Seen,
): Told | null =>
  ownVote({
    poll: activity,
    slot: ballots.slot(activity),
    earlier: ballots.earlier(activity),
    live,
    restarting,
    storeAway: away,
    words: (vote) => wordsOf(answering, activity, vote),
  });

/**
 * What a screen reader is told of a result: of which answers it is, and what it says.
 *
 * @param words called when people voted and the result may be seen
 */
export function heard({ tally }: Pick<BallotActivity, 'tally'>, words: () => string): string {
  if (!tally?.result) return '';
  const step = stepSentence(tally);
  if (unpublished(tally)) return step;
  if (tally.voted === 0) return 'No votes yet.';
  return [step, words()].filter(Boolean).join(' ');
}

/** What a screen reader is told of a ballot and one's own vote in it, and whether it waits for that (`View`). */
export const voicing = <A extends BallotActivity, M>(answering: Answering<A, M>) => ({
  says(activity: A, seen: Seen): Spoken {
    const slot = seen.ballots.slot(activity);
    const told = toldOf(answering, activity, seen);
    const result = activity.results === 'everyone' ? answering.result(activity) : '';
    const receipt = told?.receipt ? ` Receipt ${told.receipt}.` : '';
    // While a vote is on its way there is nothing to be said: what became of it comes next.
    const sending = told?.title === 'Sending your vote.';
    const own = told && !sending ? `${told.title} ${told.text}${receipt}` : '';
    if (sending) return { own, state: '', lead: '' };
    if (activity.state === 'open' && !slot.pending && !slot.counted) {
      return { own, state: `Voting is open: ${activity.question}`, lead: result };
    }
    const state = pollSentence(activity, slot);
    return closed(activity) ? { own, state: `${state} ${result}`.trim(), lead: '' } : { own, state, lead: result };
  },
  waits(activity: A, { ballots }: Seen): boolean {
    const { pending, counted } = ballots.slot(activity);
    return activity.state === 'open' && !pending && !counted;
  },
});
