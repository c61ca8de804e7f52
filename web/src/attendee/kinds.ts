import type { Component } from 'svelte';
import { beside } from '../protocol/activity.ts';
import type { Clock, KeyValue, Random } from '../protocol/environment.ts';
import type { AttendeeActivity, AttendeeBeside, AttendeeSnapshot, ClientMessage } from '../protocol/messages.gen.ts';
import { explanation } from '../voting/attendee/explanation.ts';
import type { Ballots } from '../voting/ballots.svelte.ts';
import { byKind } from '../kinds/registry.ts';
import type { Listener } from '../ui/follow.svelte.ts';
import type { Lazy } from '../ui/lazy.svelte.ts';

/** What an activity is shown with. */
export interface Seen {
  ballots: Ballots;
  live: boolean;
  /** There is none because the server starts anew. */
  restarting?: boolean;
  /** There is a connection, but nothing can be stored now. */
  away: boolean;
}

/**
 * What a screen reader is told of an activity, each when it changes: what became of what this person did, before
 * anything else; how the activity stands; and what goes on in it, which is told rarely.
 */
export interface Spoken {
  own: string;
  state: string;
  lead: string;
}

type Kind = AttendeeActivity['kind'];
type Of<K> = Extract<AttendeeActivity, { kind: K }>;

/** How an activity of a kind stands under Now. */
export interface Part<K extends Kind = Kind> {
  Screen: Component<Seen & { activity: Of<K> }>;
  /** What a screen reader is told. */
  says(activity: Of<K>, seen: Seen): Spoken;
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
  /** What the part shows later, as the result of a ballot; absent when that is in the part. */
  later?: Lazy<unknown>;
}

const views = byKind(import.meta.glob<View>('../kinds/*/attendee/index.ts', { eager: true, import: 'default' }));

/** Undefined for what is newer than this page. */
export const viewOf = (activity: AttendeeActivity): View | undefined => views[activity.kind];

/** Asks for all that a kind needs, so that nothing waits for it that opens. A kind newer than this page has nothing. */
export function prefetch(kind: string): void {
  const view = views[kind];
  if (!view) return;
  view.part.load();
  view.later?.load();
  explanation.load();
}

/** What a phone's connection to a room has at hand. */
export interface Place {
  event: string;
  owner: string;
  storage: KeyValue | null;
  clock: Clock;
  random: Random;
  /** 128 random bits as text. */
  newId: () => string;
  send: (message: ClientMessage) => boolean;
  nextRef: () => number;
  /** An organiser looks at what attendees see: nothing leaves this page. */
  preview?: boolean;
}

/**
 * What stands beside Now as long as a phone is in a room; reactive. It hears the connection. Its components are given
 * it as `of`.
 */
export interface Companion extends Listener {
  storageChanged?(key: string | null): void;
  /** Asks for its code when the phone may; returns what ends that. */
  settle(live: boolean): (() => void) | void;
  /** A page of its own; null: none now. */
  readonly tab?: {
    title: string;
    count: number;
    code: Lazy<unknown>;
    /** Undefined until its code is here. */
    Page: Component<{ of: never; live: boolean }> | undefined;
  } | null;
  /** Stands above what is under Now and is not open, or alone; null: nothing now. */
  readonly above?: { says: string; View: Component<{ of: never; alone: boolean }> } | null;
  /** A button beside the tabs, and what takes their place after a press on it; null: none now. */
  readonly instead?: { title: string; Row: Component<{ of: never; live: boolean }> } | null;
  /** A sentence while nothing else is under Now. */
  readonly hint?: string;
  /** What a screen reader is told: of its page while that is seen, and at any time. */
  readonly heard?: string;
  readonly told?: string;
}

/** What a kind registers that stands beside Now: in the first load, so what is large comes later. */
export interface BesideView<K extends AttendeeBeside['kind'] = AttendeeBeside['kind']> {
  kind: K;
  enter(place: Place, activity: () => Extract<AttendeeBeside, { kind: K }> | null): Companion;
}

const besides = Object.values(
  import.meta.glob<BesideView>('../kinds/*/attendee/beside.ts', { eager: true, import: 'default' }),
);

/** One of each kind. */
export const companions = (place: Place, snapshot: () => AttendeeSnapshot | null): Companion[] =>
  besides.map(({ kind, enter }) => enter(place, () => beside(snapshot(), kind) as never));
