import type { Component } from 'svelte';
import { byKind } from '../kinds/registry.ts';
import type { OrganiserSnapshot, StageActivity, StageBeside, StageSnapshot } from '../protocol/messages.gen.ts';
import type { Follow } from '../ui/follow.svelte.ts';
import type { Move } from '../ui/lifecycle.ts';
import { OLDER } from '../ui/older.ts';
import type { StageAction } from '../ui/presenterKeys.ts';
import type { Space } from './layout.ts';
import Older from './Older.svelte';

/** What every activity is drawn with. */
export interface Given {
  state: StageSnapshot;
  space: Space;
  zoom: number;
  sorted: boolean;
  trouble: string;
  /** What the presenter's keys picked, by number. */
  picked: number | null;
}

type Kind = StageActivity['kind'];
type Of<K> = Extract<StageActivity, { kind: K }>;

/** How an activity of a kind fills the stage. */
export interface View<K extends Kind = Kind> {
  kind: K;
  Screen: Component<Given & { activity: Of<K> }>;
  /** Names the end it has come to, empty before: then the summary waits for what is still on its way. */
  ended(activity: Of<K>): string;
  /** The twin of the stage in words. */
  summary(activity: Of<K>, ended: boolean): string;
  /** What the buttons say that mean something else for each kind; null: that button means nothing here. */
  buttons(activity: Of<K>): Partial<Record<StageAction, string | null>>;
  /** Among what the presenter's arrow keys pick, by number, and what becomes of the one that was picked. */
  picking?: { among(activity: Of<K>): number[]; pick(state: OrganiserSnapshot, n: number): Move };
}

const views = byKind(import.meta.glob<View>('../kinds/*/stage/index.ts', { eager: true, import: 'default' }));

/** Of what is newer than this page. */
const older: Omit<View, 'kind'> = {
  Screen: Older as Component<object>,
  ended: () => '',
  summary: () => OLDER,
  buttons: () => ({}),
};

export const viewOf = (activity: StageActivity): Omit<View, 'kind'> => views[activity.kind] ?? older;

type Beside = StageBeside['kind'];

/** What is drawn over the stage, whatever fills it. */
export interface BesideView<K extends Beside = Beside> {
  kind: K;
  Over: Component<{ activity: Extract<StageBeside, { kind: K }>; follow: Follow<StageSnapshot> }>;
  /** It has the lane at the right edge to itself. */
  lane: boolean;
}

const besides = byKind(import.meta.glob<BesideView>('../kinds/*/stage/beside.ts', { eager: true, import: 'default' }));

/** Undefined for what is newer than this page: the stage is for the room, which can do nothing about it. */
export const besideOf = (activity: StageBeside): BesideView['Over'] | undefined => besides[activity.kind]?.Over;

/** Whether what stands beside needs the lane, also while it is quiet: nothing moves when it begins. */
export const laneOf = (activity: StageBeside): boolean => besides[activity.kind]?.lane ?? false;
