import { byKind } from '../kinds/registry.ts';
import type {
  AttendeeActivity,
  AttendeeBeside,
  AttendeeSnapshot,
  OrganiserActivity,
  OrganiserBeside,
  OrganiserSnapshot,
  ServerMessage,
  StageActivity,
  StageBeside,
  StageSnapshot,
} from './messages.gen.ts';

/** Whom a snapshot is for. */
export type Audience = Snapshot['type'];
/** What a page shows: the newest snapshot with the newest numbers in it. `null` before the first one. */
export type Snapshot = AttendeeSnapshot | StageSnapshot | OrganiserSnapshot;
/** Whatever a snapshot holds, told apart by `kind`. */
export type AnyActivity =
  AttendeeActivity | AttendeeBeside | StageActivity | StageBeside | OrganiserActivity | OrganiserBeside;
export type Kind = AnyActivity['kind'];
/** What organisers and remotes see of what can fill the stage: the run order, and some of what stands beside it. */
export type Steered = Extract<OrganiserActivity | OrganiserBeside, { kind: StageActivity['kind'] }>;

type Beside<S extends Snapshot> = S['beside'][number];

/** What stands beside the run order of this kind; null when there is none. */
export const beside = <S extends Snapshot, K extends Beside<S>['kind']>(snapshot: S | null, kind: K) =>
  (snapshot?.beside.find((activity) => activity.kind === kind) ?? null) as Extract<Beside<S>, { kind: K }> | null;

/** How what is shown of an activity follows the wire. Returns the same object when nothing changed. */
export interface Reducer<A> {
  /** After a frame, of the epoch shown. */
  frame(audience: Audience, shown: A, message: ServerMessage): A;
  /** As a newer snapshot has it, when `before` was shown: what a frame said that overtook the snapshot stays. */
  newer?(audience: Audience, newer: A, before: A): A;
}

/** What a kind registers of it. */
export interface Frames<K extends Kind = Kind> extends Reducer<Extract<AnyActivity, { kind: K }>> {
  kind: K;
}

/** By the word of the kind: a kind that is not here is newer than this page. */
const reducers = byKind(import.meta.glob<Frames>('../kinds/*/frames.ts', { eager: true, import: 'default' }));

/** Of the same kind and audience as the activity it is asked for; undefined when this page does not know the kind. */
export const reducerOf = <A extends AnyActivity>(activity: A): Reducer<A> | undefined =>
  reducers[activity.kind] as unknown as Reducer<A> | undefined;
