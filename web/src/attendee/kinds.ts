import type { Component } from 'svelte';
import type { AttendeeActivity } from '../protocol/activity.ts';
import type { Ballots } from './ballots.svelte.ts';
import PollNow from './PollNow.svelte';
import { pollSays } from './pollSays.ts';

/** What an activity is shown with. */
export interface Seen {
  ballots: Ballots;
  live: boolean;
  /** There is a connection, but nothing can be stored now. */
  away: boolean;
}

/** How an activity of a kind stands under Now. */
interface View<A> {
  Screen: Component<Seen & { activity: A }>;
  /** What a screen reader is told. */
  says(activity: A, seen: Seen): string;
}

const views: { readonly [K in AttendeeActivity['kind']]: View<Extract<AttendeeActivity, { kind: K }>> } = {
  poll: { Screen: PollNow, says: pollSays },
};

export const viewOf = (activity: AttendeeActivity): View<AttendeeActivity> => views[activity.kind] as View<AttendeeActivity>;
