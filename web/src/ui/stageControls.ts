import { byKind } from '../kinds/registry.ts';
import type { Command } from '../protocol/commands.ts';
import { closed } from './closed.ts';
import type { Meaning } from './keyTable.ts';
import type { Action, Move } from './lifecycle.ts';
import { OLDER } from './older.ts';
import type { Steered } from '../protocol/activity.ts';
import type { OrganiserSnapshot } from '../protocol/messages.gen.ts';

/** Why nothing can be opened, and what to do. */
export const ENDED = 'This event has ended, so nothing opens any more. Reopen the event to go on.';

/** The event has ended: what was locked stays so, and only results can still be shown. */
export const ended = (state: OrganiserSnapshot): boolean => state.event.phase !== undefined;

const NOTHING_ON_STAGE = 'No activity is on stage yet. Go to the next one first.';

/** The activity chosen for the stage, also while the join screen covers it. */
export const chosen = (state: OrganiserSnapshot): Steered | null =>
  ([...state.runOrder, ...state.beside].find((activity) => activity.id === state.room.activity) as
    Steered | undefined) ?? null;

/** What the room sees now: null while the stage shows the join screen. */
export const onStage = (state: OrganiserSnapshot): Steered | null =>
  state.room.view === 'activity' ? chosen(state) : null;

export const put = (state: OrganiserSnapshot, activity: string | null): Command => ({
  type: 'setStage',
  room: state.room.id,
  view: 'activity',
  activity,
});

/**
 * The neighbour in the run order. Forward from the join screen, or a blank one, is what it covers, or the first; from
 * what stands beside the run order it goes on with what is not over yet.
 */
export function neighbour(state: OrganiserSnapshot, by: 1 | -1): Steered | null {
  const { runOrder, room } = state;
  const covered = chosen(state);
  if (by === 1 && room.view !== 'activity' && covered) return covered;
  const at = runOrder.findIndex((activity) => activity.id === room.activity);
  if (at >= 0) return runOrder[at + by] ?? null;
  const next = covered ? runOrder.findIndex((activity) => !closed(activity)) : 0;
  const place = next < 0 ? runOrder.length : next;
  return (by === 1 ? runOrder[place] : runOrder[place - 1]) ?? null;
}

export function step(state: OrganiserSnapshot, by: 1 | -1): Move {
  const next = neighbour(state, by);
  if (next) return { command: put(state, next.id) };
  if (state.runOrder.length === 0) return { hint: 'The run order is empty. Add an activity on the organiser page.' };
  return { hint: by === 1 ? 'This is the last activity.' : 'There is no activity before this one.' };
}

type Kind = Steered['kind'];
type Of<K> = Extract<Steered, { kind: K }>;

/** What the button says that puts the stage in the order of the result, and the one that takes it back. */
export interface Ordering {
  byResult: string;
  given: string;
}

/** How a presenter leads through an activity of a kind. */
export interface Steering<K extends Kind = Kind> {
  kind: K;
  /** What the presenter's two keys mean. */
  startStop(activity: Of<K>): Move;
  results(activity: Of<K>): Move;
  /** What the main button offers next; null when it is through. */
  through(activity: Of<K>): Action | null;
  /** Ends the answering and shows its result to everyone, one after the other; null when that does not come next. */
  lockAndReveal?(activity: Of<K>): Command[] | null;
  /** Opens what nobody has opened yet; null when there is nothing to open. */
  opening?(activity: Of<K>): Command | null;
  /** Keys that lead to it, whatever is on stage. */
  moves?: Partial<Record<Meaning, (state: OrganiserSnapshot) => Move>>;
  /** What the key of the order leads to, where it is something else than an order of rows. */
  ordering?: Ordering;
  /** What that button says while the join screen covers it. */
  uncover: string;
  /** How it stands, in two or three words in the middle of a sentence; its name where it has no place in the order. */
  stands(activity: Of<K>): string;
}

const kinds = byKind(import.meta.glob<Steering>('../kinds/*/steering.ts', { eager: true, import: 'default' }));

/** What keys of all kinds lead to. */
export const kindMoves = (): Partial<Record<Meaning, (state: OrganiserSnapshot) => Move>> =>
  Object.assign({}, ...Object.values(kinds).map((kind) => kind?.moves));

/** Undefined for what is newer than this page. */
export const steeringOf = (activity: Steered): Steering | undefined => kinds[activity.kind];

/** Undefined where it is an order of rows. */
export const orderingOf = (activity: Pick<Steered, 'kind'> | null | undefined): Ordering | undefined =>
  activity ? kinds[activity.kind]?.ordering : undefined;

const steer = (state: OrganiserSnapshot, what: 'startStop' | 'results'): Move => {
  const activity = onStage(state);
  if (!activity) return { hint: NOTHING_ON_STAGE };
  return steeringOf(activity)?.[what](activity) ?? { hint: OLDER };
};

/** Starts what is on stage, voting for a poll, or stops it. */
export const startStop = (state: OrganiserSnapshot): Move =>
  onStage(state) && ended(state) ? { hint: ENDED } : steer(state, 'startStop');

/** Hides results the stage can see; shows hidden ones to everyone. */
export const toggleResults = (state: OrganiserSnapshot): Move => steer(state, 'results');

/** Covers the activity with the join screen, or uncovers it. */
export function toggleJoin(state: OrganiserSnapshot): Move {
  if (state.room.view === 'activity') {
    return { command: { type: 'setStage', room: state.room.id, view: 'join', activity: null } };
  }
  return chosen(state) ? { command: put(state, state.room.activity) } : { hint: NOTHING_ON_STAGE };
}

/** Shows nothing at all, or again what was there. */
export function toggleBlank(state: OrganiserSnapshot): Move {
  const { room } = state;
  if (room.view !== 'blank') return { command: { type: 'setStage', room: room.id, view: 'blank', activity: null } };
  const view = chosen(state) ? 'activity' : 'join';
  return { command: { type: 'setStage', room: room.id, view, activity: null } };
}

/** Sizes of the stage's letters, per cent of the design. */
export const ZOOMS: readonly number[] = [70, 80, 90, 100, 110, 125, 140, 160];

export function nextZoom(zoom: number, by: 1 | -1): number {
  const at = by === 1 ? ZOOMS.find((size) => size > zoom) : [...ZOOMS].reverse().find((size) => size < zoom);
  return at ?? zoom;
}

type How = Omit<Extract<Command, { type: 'arrangeStage' }>, 'type' | 'room'>;

const arrange = ({ room }: OrganiserSnapshot, how: How): Move => ({
  command: { type: 'arrangeStage', room: room.id, ...how },
});

export const toggleOrder = (state: OrganiserSnapshot): Move => arrange(state, { byResult: !state.room.byResult });
/** Lengths of a countdown that are offered, minutes. */
export const COUNTDOWNS: readonly number[] = [1, 2, 5, 10];
/** @param minutes null: none any more; `now`: by the server's clock */
export const countDown = (state: OrganiserSnapshot, minutes: number | null, now: number): Move =>
  arrange(state, { until: minutes === null ? null : Math.round(now) + minutes * 60_000 });
export const zoomBy = (state: OrganiserSnapshot, by: 1 | -1): Move => {
  const zoom = nextZoom(state.room.zoom, by);
  return zoom === state.room.zoom
    ? { hint: by === 1 ? 'The letters are as large as they get.' : 'The letters are as small as they get.' }
    : arrange(state, { zoom });
};
export const toggleTheme = (state: OrganiserSnapshot): Move =>
  arrange(state, { theme: state.room.theme === 'light' ? 'dark' : 'light' });
