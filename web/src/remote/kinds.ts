import type { Component } from 'svelte';
import { byKind } from '../kinds/registry.ts';
import type { Steered } from '../protocol/activity.ts';
import type { Command } from '../protocol/commands.ts';
import type { OrganiserBeside, OrganiserSnapshot } from '../protocol/messages.gen.ts';
import type { Steer } from './steer.svelte.ts';
import Older from './Older.svelte';
import { OLDER } from '../ui/older.ts';

/** What every activity is shown with. */
export interface Given {
  state: OrganiserSnapshot;
  /** Nothing can be changed now. */
  off: boolean;
  onchoose: (command: Command) => void;
}

type Kind = Steered['kind'];
type Of<K> = Extract<Steered, { kind: K }>;

/** What the remote shows and offers for an activity of a kind. */
export interface View<K extends Kind = Kind> {
  kind: K;
  /** The activity on stage. */
  Now: Component<Given & { activity: Of<K> }>;
  /** Its name in the run order. */
  name(activity: Of<K>): string;
  /** How it stands, in the run order. */
  line(activity: Of<K>): string;
  /** What a screen reader is told when it is on stage. */
  spoken(activity: Of<K>): string;
  /** Beside the big button. */
  more(activity: Of<K>): { says: string; command: Command } | null;
}

const views = byKind(import.meta.glob<View>('../kinds/*/remote/index.ts', { eager: true, import: 'default' }));

/** Of what is newer than this page. */
const older: Omit<View, 'kind'> = {
  Now: Older as Component<object>,
  name: () => 'Something new',
  line: () => OLDER,
  spoken: () => OLDER,
  more: () => null,
};

type Beside = OrganiserBeside['kind'];

/** A page of its own beside the run order. */
export interface BesideView<K extends Beside = Beside> {
  kind: K;
  /** What its tab says; null when there is none now. */
  tab(activity: Extract<OrganiserBeside, { kind: K }>): string | null;
  Panel: Component<{
    steer: Steer;
    state: OrganiserSnapshot;
    activity: Extract<OrganiserBeside, { kind: K }>;
    /** Why nothing can be changed now; empty when it can. */
    reason: string;
  }>;
}

const besides = byKind(import.meta.glob<BesideView>('../kinds/*/remote/beside.ts', { eager: true, import: 'default' }));

/** The pages there are beside the run order. */
export const pages = (state: OrganiserSnapshot) =>
  state.beside.flatMap((activity) => {
    const view = besides[activity.kind];
    const says = view?.tab(activity) ?? null;
    return view && says !== null ? [{ id: activity.id, says, activity, Panel: view.Panel }] : [];
  });

export const viewOf = (activity: Steered): Omit<View, 'kind'> => views[activity.kind] ?? older;
