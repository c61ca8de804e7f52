import type { OrganiserSnapshot } from '../protocol/messages.gen.ts';
import type { Action } from './lifecycle.ts';
import { chosen, neighbour, put, steeringOf } from './stageControls.ts';

/** The one thing a presenter most likely wants next; null when nothing is left to do. */
export function primary(state: OrganiserSnapshot): Action | null {
  const activity = chosen(state);
  if (state.room.view === 'join' || !activity) {
    const first = neighbour(state, 1);
    return (
      first && {
        says: (activity && steeringOf(activity)?.uncover) ?? (activity ? 'Show it' : 'Show the first question'),
        command: put(state, first.id),
      }
    );
  }
  const next = neighbour(state, 1);
  return steeringOf(activity)?.through(activity) ?? (next && { says: 'Next', command: put(state, next.id) });
}
