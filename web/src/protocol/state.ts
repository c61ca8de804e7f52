import { reducerOf, type AnyActivity, type Snapshot } from './activity.ts';
import type { ServerMessage } from './messages.gen.ts';

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
    case 'store':
      return told(state, message.status, message.reason);
    default:
      return withActivities(state, (activity) => reducerOf(activity)?.frame(state.type, activity, message) ?? activity);
  }
}

function told<S extends Snapshot>(state: S, store: S['store'], storeReason?: string): S {
  if (store === state.store && storeReason === (state as { storeReason?: string }).storeReason) return state;
  return { ...state, store, storeReason };
}

function snapshot<S extends Snapshot>(state: S | null, newer: S): S {
  if (!state || newer.epoch !== state.epoch) return newer;
  if (newer.version < state.version) return state;
  // A frame may have overtaken this snapshot: what it said stays.
  const shown = new Map(activities(state).map((activity) => [activity.id, activity]));
  return withActivities(newer, (activity) => {
    const before = shown.get(activity.id) as typeof activity | undefined;
    return (before && reducerOf(activity)?.newer?.(newer.type, activity, before)) ?? activity;
  });
}

/** Every activity a snapshot holds. */
export const activities = (state: Snapshot): AnyActivity[] => [
  ...(state.type === 'organiserSnapshot' ? state.runOrder : state.activity ? [state.activity] : []),
  ...state.beside,
];

/** Whether it holds something of a kind that this page does not know: the page is older than the server. */
export const older = (state: Snapshot | null): boolean =>
  state !== null && activities(state).some((activity) => !reducerOf(activity));

function withActivities<S extends Snapshot>(state: S, change: <A extends AnyActivity>(activity: A) => A): S {
  if (activities(state).every((activity) => change(activity) === activity)) return state;
  const changed: S = { ...state, beside: state.beside.map(change) };
  if (changed.type === 'organiserSnapshot') changed.runOrder = changed.runOrder.map(change);
  else if (changed.activity) changed.activity = change(changed.activity);
  return changed;
}
