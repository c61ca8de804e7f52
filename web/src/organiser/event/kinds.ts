import type { Component } from 'svelte';
import { byKind } from '../../kinds/registry.ts';
import type { OrganiserActivity } from '../../protocol/messages.gen.ts';
import { OLDER } from '../../ui/older.ts';
import type { Desk } from './desk.svelte.ts';
import Older from './Older.svelte';

type Kind = OrganiserActivity['kind'];
type Of<K> = Extract<OrganiserActivity, { kind: K }>;

/** How an activity of a kind stands on the page of an event. */
export interface View<K extends Kind = Kind> {
  kind: K;
  /** What is selected, large. */
  Panel: Component<{ desk: Desk; activity: Of<K> }>;
  /** Its name in the run order. */
  name(activity: Of<K>): string;
  /** A word on how it stands, in the run order; null when there is nothing to say yet. */
  mark(activity: Of<K>): { text: string; tone: 'open' | 'locked' } | null;
  /** What a screen reader is told when it is selected, and when that changes. */
  says(activity: Of<K>): string;
  /** Its dialogs that ask whether one is sure: mounted once for all of its kind. */
  Confirmations?: Component<{ desk: Desk }>;
}

const views = byKind(import.meta.glob<View>('../../kinds/*/organiser/index.ts', { eager: true, import: 'default' }));

/** Of what is newer than this page. */
const older: Omit<View, 'kind'> = {
  Panel: Older as Component<object>,
  name: () => 'Something new',
  mark: () => null,
  says: () => OLDER,
};

export const viewOf = (activity: OrganiserActivity): Omit<View, 'kind'> => views[activity.kind] ?? older;
export const confirmations = (): Component<{ desk: Desk }>[] =>
  Object.values(views).flatMap((view) => view?.Confirmations ?? []);
