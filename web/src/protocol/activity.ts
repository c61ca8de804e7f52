import type { AttendeeSnapshot, OrganiserSnapshot, ServerMessage, StageQuestions, StageSnapshot } from './messages.gen.ts';
import { merge, type AnyPoll, type Audience } from './tally.ts';

/** What attendees, the stage and organisers may be shown; told apart by `kind`. */
export type AttendeeActivity = NonNullable<AttendeeSnapshot['activity']>;
export type StageActivity = NonNullable<StageSnapshot['activity']>;
export type OrganiserActivity = OrganiserSnapshot['runOrder'][number];
export type AnyActivity = AttendeeActivity | StageActivity | OrganiserActivity;
export type Kind = AnyActivity['kind'];

/** How what is shown of an activity follows the wire. Returns the same object when nothing changed. */
export interface Reducer<A> {
  /** After a frame, of the epoch shown. */
  frame(audience: Audience, shown: A, message: ServerMessage): A;
  /** As a newer snapshot has it, when `before` was shown: what a frame said that overtook the snapshot stays. */
  newer(audience: Audience, newer: A, before: A): A;
}

const poll: Reducer<AnyPoll> = {
  frame: (audience, shown, message) => (message.type === 'tally' && message.poll === shown.id ? merge(audience, shown, message.tally) : shown),
  newer(audience, newer, { tally: before }) {
    if (!before || !newer.tally || (before.counts === null && newer.tally.counts !== null)) return newer;
    return merge(audience, newer, before);
  },
};

/** Numbers of questions come in messages of their own; a snapshot says the rest. */
const qa: Reducer<StageQuestions> = { frame: (_, shown) => shown, newer: (_, newer) => newer };

const reducers: { readonly [K in Kind]: Reducer<Extract<AnyActivity, { kind: K }>> } = { poll, qa };

export const reducerOf = (activity: AnyActivity): Reducer<AnyActivity> => reducers[activity.kind] as Reducer<AnyActivity>;
