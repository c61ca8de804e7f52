import type { Component } from 'svelte';
import type { AttendeeActivity } from '../protocol/messages.gen.ts';
import type { Ballots } from '../voting/ballots.svelte.ts';
import { byKind } from '../kinds/registry.ts';
import type { Lazy } from '../ui/lazy.svelte.ts';

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
export interface Part<K extends Kind = Kind> {
  Screen: Component<Seen & { activity: Of<K> }>;
  /** What a screen reader is told. */
  says(activity: Of<K>, seen: Seen): string;
  /** Whether it waits for something this person has not done. */
  waits(activity: Of<K>, seen: Seen): boolean;
}

/**
 * What a kind registers: its part comes with the page (`here`, for what most rooms open), or while people wait
 * (`lazy`).
 */
export interface View<K extends Kind = Kind> {
  kind: K;
  part: Lazy<{ default: Part<K> }>;
}

const views = byKind(import.meta.glob<View>('../kinds/*/attendee/index.ts', { eager: true, import: 'default' }));

/** Undefined for what is newer than this page. */
export const viewOf = (activity: AttendeeActivity): View | undefined => views[activity.kind];

/** Asks for the parts of all kinds, so that nothing that opens waits for its own. */
export const prefetch = (): void => Object.values(views).forEach((view) => view?.part.load());
