import type { AttendeeSnapshot, OrganiserSnapshot, ServerMessage, StageSnapshot } from './messages.gen.ts';
import { merge, type AnyPoll, type Audience } from './tally.ts';

/** What attendees are shown under Now, what the stage shows, what the run order holds; told apart by `kind`. */
export type AttendeeActivity = NonNullable<AttendeeSnapshot['activity']>;
export type StageActivity = NonNullable<StageSnapshot['activity']>;
export type OrderedActivity = OrganiserSnapshot['runOrder'][number];
/** What organisers and remotes may put on stage: the run order, and what stands in the room beside it. */
export type OrganiserActivity = OrderedActivity | NonNullable<OrganiserSnapshot['questions']>;
export type AnyActivity = AttendeeActivity | NonNullable<AttendeeSnapshot['questions']> | StageActivity | OrganiserActivity;
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

type AnyQuestions = Extract<AnyActivity, { kind: 'qa' }>;

const qa: Reducer<AnyQuestions> = {
  frame(_audience, shown, message) {
    if (message.type !== 'questionTotals' || message.activity !== shown.id || message.round !== shown.round) return shown;
    const live = shown.live && shown.live.n === message.live?.n ? { ...shown.live, up: message.live.up } : shown.live;
    if ('counts' in shown) return message.counts ? { ...shown, live, counts: message.counts } : shown;
    return { ...shown, live, totals: message.totals, ...(message.open && { open: message.open }) };
  },
  newer: (_audience, newer) => newer,
};

const reducers: { readonly [K in Kind]: Reducer<Extract<AnyActivity, { kind: K }>> } = { poll, qa };

/** Of the same kind and audience as the activity it is asked for. */
export const reducerOf = <A extends AnyActivity>(activity: A): Reducer<A> => reducers[activity.kind] as unknown as Reducer<A>;
