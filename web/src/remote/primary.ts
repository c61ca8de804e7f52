import type { Command } from '../protocol/commands.ts';
import type { OrganiserActivity } from '../protocol/activity.ts';
import type { OrganiserPoll, OrganiserSnapshot } from '../protocol/messages.gen.ts';
import { chosen, neighbour, put, showResults } from '../ui/conduct.ts';

export interface Action {
  says: string;
  command: Command;
}

export const open = (poll: OrganiserPoll): Command => ({ type: 'openPoll', poll: poll.id, rev: poll.rev });
export const lock = (poll: OrganiserPoll): Command => ({ type: 'lockPoll', poll: poll.id, rev: poll.rev });

/** What leads through an activity of a kind; null when it is through. */
const through: { readonly [K in OrganiserActivity['kind']]: (activity: Extract<OrganiserActivity, { kind: K }>) => Action | null } = {
  poll(poll) {
    if (poll.state === 'draft') return { says: 'Open voting', command: open(poll) };
    if (poll.state === 'open') return { says: 'Lock voting', command: lock(poll) };
    return poll.results === 'everyone' ? null : { says: 'Reveal results', command: showResults(poll, 'everyone') };
  },
  qa: () => null, // has a page of its own
};

/** The one thing a presenter most likely wants next; null when nothing is left to do. */
export function primary(state: OrganiserSnapshot): Action | null {
  const activity = chosen(state);
  if (state.room.view === 'join' || !activity) {
    const first = neighbour(state, 1);
    return first && { says: activity?.kind === 'qa' ? 'Show the questions' : activity ? 'Show the question' : 'Show the first question', command: put(state, first.id) };
  }
  const next = neighbour(state, 1);
  return (through[activity.kind] as (activity: OrganiserActivity) => Action | null)(activity) ?? (next && { says: 'Next', command: put(state, next.id) });
}
