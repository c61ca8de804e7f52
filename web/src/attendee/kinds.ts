import type { Component } from 'svelte';
import { byKind } from '../kinds/registry.ts';
import type { AttendeeActivity } from '../protocol/messages.gen.ts';
import type { Ballots } from '../voting/ballots.svelte.ts';

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

const views = byKind(import.meta.glob<View>('../kinds/*/attendee/index.ts', { eager: true, import: 'default' }));

/** Undefined for what is newer than this page. */
export const viewOf = (activity: AttendeeActivity): View | undefined => views[activity.kind];
