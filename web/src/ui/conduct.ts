import type { Command } from '../protocol/commands.ts';
import { closed } from './closed.ts';
import type { OrganiserActivity } from '../protocol/activity.ts';
import type { OrganiserPoll, OrganiserQuestions, OrganiserSnapshot, Results } from '../protocol/messages.gen.ts';

/** What a button or key of the presenter leads to: a command, or a sentence saying why there is none. */
export type Move = { command: Command } | { hint: string };

const NOTHING_ON_STAGE = 'No activity is on stage yet. Go to the next one first.';

/** The activity chosen for the stage, also while the join screen covers it. */
export const chosen = (state: OrganiserSnapshot): OrganiserActivity | null =>
  [...state.runOrder, ...(state.questions ? [state.questions] : [])].find((activity) => activity.id === state.room.activity) ?? null;

/** What the room sees now: null while the stage shows the join screen. */
export const onStage = (state: OrganiserSnapshot): OrganiserActivity | null => (state.room.view === 'activity' ? chosen(state) : null);

export const put = (state: OrganiserSnapshot, activity: string | null): Command => ({
  type: 'setStage',
  room: state.room.id,
  view: 'activity',
  activity,
});

/**
 * The neighbour in the run order. Forward from the join screen is the activity it covers, or the first; from what stands beside the
 * run order it goes on with what is not over yet.
 */
export function neighbour(state: OrganiserSnapshot, by: 1 | -1): OrganiserActivity | null {
  const { runOrder, room } = state;
  const covered = chosen(state);
  if (by === 1 && room.view === 'join' && covered) return covered;
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

/** What the presenter's two keys mean for a kind of activity. */
interface Steering<A> {
  startStop(activity: A): Move;
  results(activity: A): Move;
}

const poll: Steering<OrganiserPoll> = {
  startStop(poll) {
    if (poll.state === 'final') return { hint: 'This poll is finalised. Duplicate it to ask again.' };
    return { command: { type: poll.state === 'open' ? 'lockPoll' : 'openPoll', poll: poll.id, rev: poll.rev } };
  },
  results: (poll) => ({ command: showResults(poll, poll.results === 'hidden' ? 'everyone' : 'hidden') }),
};

const qa: Steering<OrganiserQuestions> = {
  startStop({ id, rev, state, asking, check }) {
    if (state !== 'open') return { hint: 'The questions are closed. Open them on the organiser page.' };
    return { command: { type: 'setAsking', activity: id, rev, asking: !asking, check } };
  },
  results: () => ({ hint: 'Questions have no results to show or hide.' }),
};

const steering: { readonly [K in OrganiserActivity['kind']]: Steering<Extract<OrganiserActivity, { kind: K }>> } = { poll, qa };

const steer = (state: OrganiserSnapshot, what: keyof Steering<never>): Move => {
  const activity = onStage(state);
  return activity ? (steering[activity.kind] as Steering<OrganiserActivity>)[what](activity) : { hint: NOTHING_ON_STAGE };
};

/** Starts what is on stage, voting for a poll, or stops it. */
export const startStop = (state: OrganiserSnapshot): Move => steer(state, 'startStop');

/** Hides results the stage can see; shows hidden ones to everyone. */
export const toggleResults = (state: OrganiserSnapshot): Move => steer(state, 'results');

export const showResults = (poll: OrganiserPoll, results: Results): Command => ({
  type: 'showResults',
  poll: poll.id,
  rev: poll.rev,
  results,
});

/** Covers the activity with the join screen, or uncovers it. */
export function toggleJoin(state: OrganiserSnapshot): Move {
  if (state.room.view === 'activity') return { command: { type: 'setStage', room: state.room.id, view: 'join', activity: null } };
  return chosen(state) ? { command: put(state, state.room.activity) } : { hint: NOTHING_ON_STAGE };
}
