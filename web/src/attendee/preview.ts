import { byKind } from '../kinds/registry.ts';
import type { Clock } from '../protocol/environment.ts';
import type {
  AttendeeActivity,
  AttendeeBeside,
  AttendeeSnapshot,
  ClientMessage,
  OrganiserActivity,
  OrganiserBeside,
  OrganiserSnapshot,
  ServerMessage,
  StageActivity,
  StageSnapshot,
} from '../protocol/messages.gen.ts';
import { closed } from '../ui/closed.ts';

/** An answer comes as fast as from a server nearby, milliseconds. */
const ANSWER_MS = 300;

/** What an attendee would see now, out of what an organiser sees (PROTOCOL.md, "Who is sent what"). */
export function asAttendee(snapshot: OrganiserSnapshot): AttendeeSnapshot {
  const { epoch, version, event, room, runOrder, presence, store, beside } = snapshot;
  const open = runOrder.find((activity) => activity.state === 'open');
  const onStage = runOrder.find(
    (activity) => closed(activity) && room.view === 'activity' && activity.id === room.activity,
  );
  const shown = open ?? onStage;
  const results = runOrder.filter(({ anonymised, results }) => anonymised && results === 'everyone').length;
  return {
    type: 'attendeeSnapshot',
    epoch,
    version,
    presence,
    store,
    event: { id: event.id, name: event.name },
    room: { id: room.id, name: room.name },
    kinds: [...new Set(runOrder.map(({ kind }) => kind))],
    activity: shown ? view<AttendeeActivity>(shown) : null,
    beside: beside.map((activity) => view<AttendeeBeside>(activity)).filter((seen) => seen !== null),
    ...(event.phase && { over: { by: 'end', results } }),
  };
}

/** What a phone would show if this alone were open. */
export const ofOpen = (snapshot: OrganiserSnapshot, activity: OrganiserActivity): AttendeeSnapshot =>
  asAttendee({ ...snapshot, runOrder: [activity] });

/**
 * What the stage would show with this on it; the join screen without. What is newer than this page stays as it is, and
 * is said to be so.
 */
export function asStage(snapshot: OrganiserSnapshot, activity: OrganiserActivity | null): StageSnapshot {
  const { epoch, version, event, room, rooms, runOrder, presence, store, join } = snapshot;
  const seen = activity && (previewOf(activity)?.asStage?.(activity) ?? (activity as StageActivity));
  const place = runOrder.findIndex(({ id }) => id === activity?.id);
  return {
    type: 'stageSnapshot',
    epoch,
    version,
    presence,
    store,
    join,
    event: { id: event.id, name: event.name },
    room: { id: room.id, name: room.name },
    ...(rooms && { rooms }),
    view: activity ? 'activity' : 'join',
    activity: seen,
    beside: [],
    look: {
      theme: room.theme,
      byResult: room.byResult,
      zoom: room.zoom,
      ...(event.look && { event: event.look }),
      ...(event.logo && { logo: event.logo }),
    },
    position: { index: place + 1, of: Math.max(runOrder.length, place + 1) },
  };
}

type Known = OrganiserActivity | OrganiserBeside;

/** How others would see an activity of a kind that organisers see; in a preview only. */
export interface Preview<K extends Known['kind'] = Known['kind']> {
  kind: K;
  /** Of a kind in the run order: how it fills the stage. */
  asStage?(activity: Extract<Known, { kind: K }>): Extract<StageActivity, { kind: K }>;
  /** Null: it is off. */
  asAttendee(activity: Extract<Known, { kind: K }>): Extract<AttendeeActivity | AttendeeBeside, { kind: K }> | null;
}

const previews = byKind(import.meta.glob<Preview>('../kinds/*/preview.ts', { eager: true, import: 'default' }));
export const previewOf = (activity: Known): Preview | undefined => previews[activity.kind];

/** What this page does not know stays as it is, and is said to be so. */
const view = <B>(activity: Known): B | null => {
  const preview = previewOf(activity);
  return (preview ? preview.asAttendee(activity) : activity) as B | null;
};

/**
 * Stands where a phone sends. The public list is read from the server, as organisers may; a vote and an upvote are
 * answered here as if they had been counted; nothing else goes anywhere.
 */
export function rehearse(
  clock: Clock,
  send: (message: ClientMessage) => boolean,
  answer: (message: ServerMessage) => void,
) {
  const later = (message: ServerMessage): true => (clock.after(ANSWER_MS, () => answer(message)), true);
  return (message: ClientMessage): boolean => {
    switch (message.type) {
      case 'watchQuestions':
      case 'getQuestions':
        return send(message);
      case 'castVote': {
        const { ref, activity, round, vote, seq } = message;
        return later({ type: 'voteCounted', ref, activity, round, vote, seq, receipt: 'of a preview' });
      }
      case 'castUpvote': {
        const { ref, activity, round, n, seq, on } = message;
        return later({ type: 'upvoteCounted', ref, activity, round, n, seq, on });
      }
      default:
        return true;
    }
  };
}
