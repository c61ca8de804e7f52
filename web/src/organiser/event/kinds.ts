import type { Component } from 'svelte';
import { byKind } from '../../kinds/registry.ts';
import type { DraftKind, OrganiserActivity, OrganiserBeside, OrganiserSnapshot } from '../../protocol/messages.gen.ts';
import type { Meaning } from '../../ui/keyTable.ts';
import { lazy } from '../../ui/lazy.svelte.ts';
import type { Move } from '../../ui/lifecycle.ts';
import { OLDER } from '../../ui/older.ts';
import type { Desk } from './desk.svelte.ts';
import type { Line } from './line.ts';
import Older from './Older.svelte';
import type { Conduct } from './run/conduct.svelte.ts';

type Kind = OrganiserActivity['kind'];
type Of<K> = Extract<OrganiserActivity, { kind: K }>;

/** How an activity of a kind stands on the page of an event. */
export interface View<K extends Kind = Kind> {
  kind: K;
  /** What one is called, in the middle of a sentence. */
  noun: string;
  /** How one is offered to who adds an activity; absent when none is made here. */
  offer?: Offer;
  /** What is selected and cannot be written any more, large. */
  Panel: Component<{ desk: Desk; activity: Of<K> }>;
  /** What can be done with it as a whole, in a line. */
  Tools?: Component<{ desk: Desk; activity: Of<K> }>;
  /** Its name in the run order. */
  name(activity: Of<K>): string;
  /** A word on how it stands, in the run order; null when there is nothing to say yet. */
  mark(activity: Of<K>): { text: string; tone: 'open' | 'locked' } | null;
  /** How it stands, in words and numbers: for whoever reads there. */
  says(activity: Of<K>): string;
  /** What a screen reader is told when it is selected or on stage, and when that changes: no number of votes. */
  spoken(activity: Of<K>): string;
  /** How many did what, while it runs; a number is null where there is none yet. Always as many. */
  numbers?(activity: Of<K>): { value: number | null; words: string }[];
  /** Who sees its result now. */
  seen?(activity: Of<K>): string;
  /** Whether people have answered it, so that what was asked stays as it is. */
  frozen(activity: Of<K>): boolean;
  /** Its dialogs that ask whether one is sure: mounted once for all kinds that have the same. */
  Confirmations?: Component<{ desk: Desk }>;
  /** Offers to edit it, or says why it cannot be. */
  edit?(desk: Desk, activity: Of<K>): void;
  /** Files of its own to be taken home; addresses are relative to the event's. */
  files?(activity: Of<K>): { words: string; path: string }[];
}

export interface Offer {
  title: string;
  /** One line: what people do. */
  says: string;
  /** Further words by which it goes in a list, in lower case. */
  also?: readonly string[];
  /** Strokes of an icon on a square of 24. */
  icon: string;
  /** What most people want: it stands before all others, and a new activity begins as one. */
  usual?: true;
}

const views = byKind(import.meta.glob<View>('../../kinds/*/organiser/index.ts', { eager: true, import: 'default' }));

/** Of what is newer than this page. */
const older: Omit<View, 'kind'> = {
  noun: 'activity',
  Panel: Older as Component<object>,
  name: () => 'Something new',
  mark: () => null,
  says: () => OLDER,
  spoken: () => OLDER,
  frozen: () => true,
};

/** What is moderated, in a place of its own. */
export interface ColumnView {
  kind: Kind | OrganiserBeside['kind'];
  /** Who may do this sees it: a name of roles.md. */
  right: string;
  title: string;
  /** Whether there is anything to moderate; absent: always. */
  there?(state: OrganiserSnapshot): boolean;
  Column: Component<{ desk: Desk; line: Line }>;
  /** How much waits there for whoever sits here; null where nothing can. */
  waiting(state: OrganiserSnapshot): number | null;
}

/** What is at hand beside the stage while somebody runs the room. */
export interface DrawerView<K extends OrganiserBeside['kind'] = OrganiserBeside['kind']> {
  kind: K;
  /** Who may do this finds it at hand: a name of roles.md. */
  right: string;
  title: string;
  /** Whether there is anything to have at hand. */
  there(activity: Extract<OrganiserBeside, { kind: K }>): boolean;
  Drawer: Component<{
    desk: Desk;
    line: Line;
    activity: Extract<OrganiserBeside, { kind: K }>;
    conduct: Conduct;
    /** Leads to where it is moderated; null for who does not moderate. */
    moderate: { href: string; go: (event: MouseEvent) => void } | null;
    onclose: () => void;
  }>;
  /** What keys lead to, also while it is closed. */
  keys: Partial<Record<Meaning, (state: OrganiserSnapshot) => Move>>;
  /** Further keys that it listens to while it is open. */
  inside: readonly Meaning[];
}

const drawers = byKind(
  import.meta.glob<DrawerView>('../../kinds/*/organiser/drawer.ts', { eager: true, import: 'default' }),
);

/** What whoever sits here has at hand in this room; null when there is nothing. */
export function drawerOf(desk: Desk): { view: DrawerView; activity: OrganiserBeside } | null {
  for (const activity of desk.snapshot?.beside ?? []) {
    const view = drawers[activity.kind];
    if (view && desk.may(view.right) && view.there(activity)) return { view, activity };
  }
  return null;
}

const columns = byKind(
  import.meta.glob<ColumnView>('../../kinds/*/organiser/column.ts', { eager: true, import: 'default' }),
);

/** What there is to moderate in this room for whoever sits here; what is always there comes first. */
export const columnsOf = (desk: Desk): { kind: string; view: ColumnView }[] =>
  Object.entries(columns)
    .flatMap(([kind, view]) => (view && desk.may(view.right) ? [{ kind, view }] : []))
    .filter(({ view }) => desk.snapshot && (view.there?.(desk.snapshot) ?? true))
    .sort((one, other) => Number(one.view.there !== undefined) - Number(other.view.there !== undefined));

/** The rights with any of which somebody has something to moderate. */
export const moderating: readonly string[] = Object.values(columns).flatMap((view) => view?.right ?? []);

/** What is moderated of a kind, when it is. */
export const columnOf = (kind: string): ColumnView | undefined => columns[kind];

export const viewFor = (kind: string): Omit<View, 'kind'> => views[kind] ?? older;
export const viewOf = (activity: OrganiserActivity): Omit<View, 'kind'> => viewFor(activity.kind);
export const confirmations = (): Component<{ desk: Desk }>[] => [
  ...new Set(Object.values(views).flatMap((view) => view?.Confirmations ?? [])),
];

/** The kinds of which organisers can make one: the usual one first, then in the order of their titles. */
export const offered: readonly { kind: DraftKind; noun: string; offer: Offer }[] = Object.values(views)
  .flatMap((view) => (view?.offer ? [{ kind: view.kind, noun: view.noun, offer: view.offer }] : []))
  .sort(
    ({ offer: one }, { offer: other }) =>
      Number(other.usual ?? false) - Number(one.usual ?? false) || one.title.localeCompare(other.title),
  );

/** The forms in which activities of all kinds are written. */
export const editors = lazy(() => import('./editor/editors.ts'));

/** Begins a new one, of the first kind that can be made: another is chosen where it is written. */
export const add = (desk: Desk): void =>
  desk.compose((offered.find(({ kind }) => desk.withheld(kind) === null) ?? offered[0]!).kind);
