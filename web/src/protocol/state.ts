import type { AttendeeSnapshot, OrganiserSnapshot, ServerMessage, StageSnapshot } from './messages.gen.ts';
import { merge, type AnyPoll } from './tally.ts';

/** What a page shows: the newest snapshot with the newest numbers in it. `null` before the first one. */
export type Snapshot = AttendeeSnapshot | StageSnapshot | OrganiserSnapshot;

/**
 * The next state of a page that follows one kind of snapshot (PROTOCOL.md, "Order"). Pure; returns the same object when
 * nothing changed. Older and duplicate frames never make it go back.
 */
export function reduce<S extends Snapshot>(kind: S['type'], state: S | null, message: ServerMessage): S | null {
  if (message.type === kind) return snapshot(state, message as unknown as S);
  if (!state) return null;
  switch (message.type) {
    case 'tally':
      if (message.epoch !== state.epoch) return state;
      return withPolls(state, (poll) => (poll.id === message.poll ? merge(state.type, poll, message.tally) : poll));
    case 'presence':
      return message.epoch === state.epoch ? { ...state, presence: message.presence } : state;
    case 'store':
      return message.status === state.store ? state : { ...state, store: message.status };
    default:
      return state;
  }
}

function snapshot<S extends Snapshot>(state: S | null, newer: S): S {
  if (!state || newer.epoch !== state.epoch) return newer;
  if (newer.version < state.version) return state;
  // A tally frame may have overtaken this snapshot: what it said stays.
  const shown = new Map(polls(state).map((poll) => [poll.id, poll]));
  return withPolls(newer, (poll) => {
    const before = shown.get(poll.id)?.tally;
    if (!before || !poll.tally || (before.counts === null && poll.tally.counts !== null)) return poll;
    return merge(newer.type, poll, before);
  });
}

/** Every poll a snapshot holds. */
export function polls(state: Snapshot): AnyPoll[] {
  if (state.type === 'organiserSnapshot') return state.runOrder;
  return state.activity ? [state.activity] : [];
}

function withPolls<S extends Snapshot>(state: S, change: (poll: AnyPoll) => AnyPoll): S {
  const before = polls(state);
  const after = before.map(change);
  if (after.every((poll, index) => poll === before[index])) return state;
  if (state.type === 'organiserSnapshot') return { ...state, runOrder: after };
  return { ...state, activity: after[0] };
}
