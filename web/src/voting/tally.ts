import type { Audience } from '../protocol/activity.ts';
import type { Tally } from '../protocol/messages.gen.ts';
import type { BallotActivity } from './activity.ts';

/** Whether this audience may see the result (PROTOCOL.md, "Who is sent what"). */
export function resultShown(audience: Audience, { results }: Pick<BallotActivity, 'results'>): boolean {
  if (audience === 'organiserSnapshot') return true;
  return results === 'everyone' || (results === 'stage' && audience === 'stageSnapshot');
}

/** The activity with a tally that is of its round and newer than its own, else the same activity. */
export function merge<A extends BallotActivity>(audience: Audience, activity: A, tally: Tally): A {
  if (tally.round !== activity.round) return activity;
  if (activity.tally?.round === activity.round && tally.version <= activity.tally.version) return activity;
  const shown = resultShown(audience, activity);
  if (!shown && audience === 'attendeeSnapshot') return activity;
  // A frame sent before the results were hidden must not show them again.
  return { ...activity, tally: { ...tally, result: shown ? tally.result : null } };
}
