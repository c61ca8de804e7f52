import type { Command } from '../protocol/commands.ts';
import type { OrganiserPoll, OrganiserSnapshot } from '../protocol/messages.gen.ts';
import { chosen, neighbour, put, showResults } from '../ui/conduct.ts';

export interface Action {
  says: string;
  command: Command;
}

export const open = (poll: OrganiserPoll): Command => ({ type: 'openPoll', poll: poll.id, rev: poll.rev });
export const lock = (poll: OrganiserPoll): Command => ({ type: 'lockPoll', poll: poll.id, rev: poll.rev });

/** The one thing a presenter most likely wants next; null when nothing is left to do. */
export function primary(state: OrganiserSnapshot): Action | null {
  const poll = chosen(state);
  if (state.room.view === 'join' || !poll) {
    const first = neighbour(state, 1);
    return first && { says: poll ? 'Show the question' : 'Show the first question', command: put(state, first.id) };
  }
  if (poll.state === 'draft') return { says: 'Open voting', command: open(poll) };
  if (poll.state === 'open') return { says: 'Lock voting', command: lock(poll) };
  if (poll.results !== 'everyone') return { says: 'Reveal results', command: showResults(poll, 'everyone') };
  const next = neighbour(state, 1);
  return next && { says: 'Next', command: put(state, next.id) };
}
