import type { Command } from '../protocol/commands.ts';
import { lock, open, showResults, type Action, type Move } from '../ui/lifecycle.ts';
import type { ActivityState } from '../protocol/messages.gen.ts';
import type { OrganiserBallot } from './activity.ts';

const stands: Record<ActivityState, string> = {
  draft: 'not opened',
  open: 'voting open',
  locked: 'voting locked',
  final: 'finalised',
};

/** How a presenter leads through a ballot of any kind (`Steering`). */
export const steering = {
  startStop(ballot: OrganiserBallot): Move {
    if (ballot.state === 'final') return { hint: 'This poll is finalised. Duplicate it to ask again.' };
    return { command: ballot.state === 'open' ? lock(ballot) : open(ballot) };
  },
  results: (ballot: OrganiserBallot): Move => ({
    command: showResults(ballot, ballot.results === 'hidden' ? 'everyone' : 'hidden'),
  }),
  through(ballot: OrganiserBallot): Action | null {
    if (ballot.state === 'draft') return { says: 'Open voting', step: 'open', command: open(ballot) };
    if (ballot.state === 'open') return { says: 'Lock voting', step: 'lock', command: lock(ballot) };
    return ballot.results === 'everyone'
      ? null
      : { says: 'Reveal results', step: 'reveal', command: showResults(ballot, 'everyone') };
  },
  /** The lock is the next revision, which the reveal is decided on. */
  lockAndReveal: (ballot: OrganiserBallot): Command[] | null =>
    ballot.state === 'open' && ballot.results !== 'everyone'
      ? [lock(ballot), showResults({ ...ballot, rev: ballot.rev + 1 }, 'everyone')]
      : null,
  opening: (ballot: OrganiserBallot): Command | null => (ballot.state === 'draft' ? open(ballot) : null),
  uncover: 'Show the question',
  stands: ({ state, closingMs }: Pick<OrganiserBallot, 'state' | 'closingMs'>): string =>
    closingMs ? 'closing' : stands[state],
};
