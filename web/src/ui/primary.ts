import type { OrganiserSnapshot } from '../protocol/messages.gen.ts';
import type { Action } from './lifecycle.ts';
import { chosen, ended, neighbour, put, steeringOf } from './stageControls.ts';

/**
 * The one thing a presenter most likely wants next: the main button, and the space bar, on every screen that steers.
 * Null when nothing is left to do, and in an event that has ended once its results are shown. What comes next is opened
 * with the same press that shows it; → shows it alone.
 */
export function primary(state: OrganiserSnapshot): Action | null {
  const activity = chosen(state);
  if (state.room.view === 'activity' && activity) {
    const now = steeringOf(activity)?.through(activity);
    if (ended(state)) return now?.step === 'reveal' ? now : null;
    if (now) return now;
  }
  if (ended(state)) return null;
  const next = neighbour(state, 1);
  if (!next) return null;
  const back = next.id === activity?.id;
  const opening = steeringOf(next)?.opening?.(next);
  const which = back ? 'it' : activity ? 'the next question' : 'the first question';
  if (opening) {
    return { says: back ? 'Show and open voting' : `Open ${which}`, step: back ? 'open' : 'next', command: opening };
  }
  const uncover = (back && steeringOf(next)?.uncover) || (back ? 'Show it' : activity ? 'Next' : 'Show the first');
  return { says: uncover, step: 'next', command: put(state, next.id) };
}
