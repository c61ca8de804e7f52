import type { Component } from 'svelte';
import type { OrderedActivity } from '../../protocol/activity.ts';
import Confirmations from './Confirmations.svelte';
import type { Desk } from './desk.svelte.ts';
import PollPanel from './PollPanel.svelte';
import { pollMark } from './words.ts';

/** How an activity of a kind stands on the page of an event. */
interface View<A> {
  /** What is selected, large. */
  Panel: Component<{ desk: Desk; activity: A }>;
  /** Its name in the run order. */
  name(activity: A): string;
  /** A word on how it stands, in the run order; null when there is nothing to say yet. */
  mark(activity: A): { text: string; tone: 'open' | 'locked' } | null;
  /** Its dialogs that ask whether one is sure: mounted once for all of its kind. */
  Confirmations: Component<{ desk: Desk }>;
}

const views: { readonly [K in OrderedActivity['kind']]: View<Extract<OrderedActivity, { kind: K }>> } = {
  poll: { Panel: PollPanel, name: (poll) => poll.question, mark: pollMark, Confirmations },
};

export const viewOf = (activity: OrderedActivity): View<OrderedActivity> => views[activity.kind] as View<OrderedActivity>;
export const confirmations: Component<{ desk: Desk }>[] = Object.values(views).map((view) => view.Confirmations);
