import { reducerOf, type AnyActivity } from './activity.ts';
import type { AttendeeSnapshot, OrganiserSnapshot, ServerMessage, StageSnapshot } from './messages.gen.ts';
import type { AnyPoll } from './tally.ts';

/** What a page shows: the newest snapshot with the newest numbers in it. `null` before the first one. */
export type Snapshot = AttendeeSnapshot | StageSnapshot | OrganiserSnapshot;

/**
 * The next state of a page that follows one kind of snapshot (PROTOCOL.md, "Order"). Pure; returns the same object when
 * nothing changed. Older and duplicate frames never make it go back.
 */
export function reduce<S extends Snapshot>(kind: S['type'], state: S | null, message: ServerMessage): S | null {
  if (message.type === kind) return snapshot(state, message as unknown as S);
  if (!state) return null;
  if ('epoch' in message && message.epoch !== state.epoch) return state;
  switch (message.type) {
    case 'presence':
      return { ...state, presence: message.presence };
    case 'reactions': // phones are told no totals
      return message.totals && state.reactions?.id === message.activity ? { ...state, reactions: { ...state.reactions, totals: message.totals } } : state;
    case 'store':
      return message.status === state.store ? state : { ...state, store: message.status };
    default:
      return withActivities(state, (activity) => reducerOf(activity).frame(state.type, activity, message));
  }
}

function snapshot<S extends Snapshot>(state: S | null, newer: S): S {
  if (!state || newer.epoch !== state.epoch) return newer;
  if (newer.version < state.version) return state;
  // A frame may have overtaken this snapshot: what it said stays.
  const shown = new Map(activities(state).map((activity) => [activity.id, activity]));
  return withActivities(newer, (activity) => {
    const before = shown.get(activity.id) as typeof activity | undefined;
    return before ? reducerOf(activity).newer(newer.type, activity, before) : activity;
  });
}

/** Every activity a snapshot holds. */
export function activities(state: Snapshot): AnyActivity[] {
  const first: (AnyActivity | null)[] = state.type === 'organiserSnapshot' ? state.runOrder : [state.activity];
  return [...first, ...('questions' in state && state.questions ? [state.questions] : [])].filter((activity) => activity !== null);
}

/** Every poll a snapshot holds. */
export const polls = (state: Snapshot): AnyPoll[] => activities(state).filter((activity) => activity.kind === 'poll');

function withActivities<S extends Snapshot>(state: S, change: <A extends AnyActivity>(activity: A) => A): S {
  const before = activities(state);
  if (before.every((activity) => change(activity) === activity)) return state;
  const changed: S = { ...state };
  if (changed.type === 'organiserSnapshot') changed.runOrder = changed.runOrder.map(change);
  else if (changed.activity) changed.activity = change(changed.activity);
  if ('questions' in changed && changed.questions) changed.questions = change(changed.questions);
  return changed;
}
