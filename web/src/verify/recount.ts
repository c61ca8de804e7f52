import { byKind } from '../kinds/registry.ts';

/** One ballot in a file: what was sent, null for who abstained. `E`: an entry of it. */
export type FileBallot<E = string> = E[] | null;

/** How a kind says whether a result follows from its ballots: found as `kinds/KIND/verify/index.ts`. */
export interface Recounter<E = string> {
  kind: string;
  /** Whether a ballot of the kind may hold this; absent where every entry is a text. */
  entry?(one: unknown): one is E;
  /** The entry of the file's `results`, of which nothing but its ballots was looked at. */
  agrees(result: Record<string, unknown>, ballots: FileBallot<E>[]): boolean;
}

const recounters = byKind(
  import.meta.glob<Recounter>('../kinds/*/verify/index.ts', { eager: true, import: 'default' }),
);

/** Undefined of a kind that is newer than this page. */
export const recounterOf = ({ kind }: { kind: string }): Recounter | undefined => recounters[kind];

const text = (one: unknown): boolean => typeof one === 'string';

/**
 * Whether a result follows from the ballots beside it: who voted and abstained of every kind, its numbers as far as the
 * kind can tell here. True when there are no ballots.
 */
export function agrees(result: Record<string, unknown>): boolean {
  const { kind, ballots, voted, abstained } = result;
  if (ballots === null || ballots === undefined) return true;
  const recounter = recounterOf({ kind: String(kind) });
  const entry = recounter?.entry ?? text;
  const ballot = (one: unknown): one is FileBallot => one === null || (Array.isArray(one) && one.every(entry));
  if (!Array.isArray(ballots) || !ballots.every(ballot)) return false;
  const without = ballots.filter((one) => one === null).length;
  return abstained === without && voted === ballots.length - without && (recounter?.agrees(result, ballots) ?? true);
}
