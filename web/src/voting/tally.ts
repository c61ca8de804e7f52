import type { Audience } from '../protocol/activity.ts';
import type { OrganiserPoll, Poll, Tally } from '../protocol/messages.gen.ts';

export type AnyPoll = Poll | OrganiserPoll;

/** Whether this audience may see how many chose what (PROTOCOL.md, "Who is sent what"). */
export function countsShown(audience: Audience, poll: AnyPoll): boolean {
  if (audience === 'organiserSnapshot') return true;
  return poll.results === 'everyone' || (poll.results === 'stage' && audience === 'stageSnapshot');
}

/** The poll with a tally that is of its round and newer than its own, else the same poll. */
export function merge(audience: Audience, poll: AnyPoll, tally: Tally): AnyPoll {
  if (tally.round !== poll.round) return poll;
  if (poll.tally && poll.tally.round === poll.round && tally.version <= poll.tally.version) return poll;
  const shown = countsShown(audience, poll);
  if (!shown && audience === 'attendeeSnapshot') return poll;
  // A frame sent before the results were hidden must not show them again.
  const counts = shown && tally.counts?.length === poll.options.length ? tally.counts : null;
  return { ...poll, tally: { ...tally, counts } };
}
