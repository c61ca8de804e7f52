import type { Command } from '../../protocol/commands.ts';
import type { Id, QueueItem } from '../../protocol/messages.gen.ts';

/** Something this moderator did, with the revisions it led to. */
export interface Done {
  /** What is said when it is undone. */
  words: string;
  items: readonly { id: Id; rev: number }[];
  /** What undoes it; null: it cannot be undone. */
  back: (items: { id: Id; rev: number }[]) => Command | null;
}

/** At most so many steps back. */
const DEPTH = 50;

export const remember = (history: readonly Done[], done: Done): readonly Done[] => (done.items.length === 0 ? history : [...history, done].slice(-DEPTH));

/**
 * Those questions of an act that nobody has changed since, as far as it was heard: a frame that is still on its way is
 * judged by the server.
 */
export const undoing = (last: Done, items: ReadonlyMap<Id, QueueItem>): { id: Id; rev: number }[] =>
  last.items.filter(({ id, rev }) => (items.get(id)?.rev ?? 0) <= rev).map(({ id, rev }) => ({ id, rev }));
