import type { Component } from 'svelte';
import type { AttendeeActivity } from '../protocol/messages.gen.ts';
import type { Ballots } from '../voting/ballots.svelte.ts';
import { lazy } from '../ui/lazy.svelte.ts';

/** What an activity is shown with. */
export interface Seen {
  ballots: Ballots;
  live: boolean;
  /** There is a connection, but nothing can be stored now. */
  away: boolean;
}

type Kind = AttendeeActivity['kind'];
type Of<K> = Extract<AttendeeActivity, { kind: K }>;

/** How an activity of a kind stands under Now. */
export interface View<K extends Kind = Kind> {
  kind: K;
  Screen: Component<Seen & { activity: Of<K> }>;
  /** What a screen reader is told. */
  says(activity: Of<K>, seen: Seen): string;
  /** Whether it waits for something this person has not done. */
  waits(activity: Of<K>, seen: Seen): boolean;
}

/** They are asked for on entering a room, so that nothing that opens waits for them. */
export const screens = lazy(() => import('./screens.ts'));

/** Once they are here: undefined for what is newer than this page. */
export const viewOf = (activity: AttendeeActivity): View | undefined => screens.module?.views[activity.kind];
