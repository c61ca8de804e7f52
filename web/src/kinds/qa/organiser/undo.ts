import { errors, type ErrorName } from '../../../protocol/codes.gen.ts';
import type { Command } from '../../../protocol/commands.ts';
import type { Id, ModerationAct, QueueItem } from '../../../protocol/messages.gen.ts';
import { undoneWords } from './sentences.ts';

/** Something this moderator did, with the revisions it led to. */
export interface Done {
  /** What is said when it is undone. */
  words: string;
  items: readonly { id: Id; rev: number }[];
  /** What undoes it, of those that nobody changed since. */
  back: (items: { id: Id; rev: number }[]) => Command[];
}

/**
 * Whether what was refused so may be tried again: then an undo that was not done stays the next one. Whatever was done
 * twice is done once.
 */
export const again = (code: string): boolean =>
  code === 'lost' || code === 'noAnswer' || errors[code as ErrorName] === 'later';

/** At most so many steps back. */
const DEPTH = 50;

export const remember = (history: readonly Done[], done: Done): readonly Done[] =>
  done.items.length === 0 ? history : [...history, done].slice(-DEPTH);

/**
 * Those questions of an act that nobody has changed since, as far as it was heard: a frame that is still on its way is
 * judged by the server.
 */
export const undoing = (last: Done, items: ReadonlyMap<Id, QueueItem>): { id: Id; rev: number }[] =>
  last.items.filter(({ id, rev }) => (items.get(id)?.rev ?? 0) <= rev).map(({ id, rev }) => ({ id, rev }));

/** After these were undone, which led to one more revision: what was done to them before can be undone next. */
export const without = (history: readonly Done[], undone: readonly { id: Id; rev: number }[]): readonly Done[] =>
  history.map((done) => ({
    ...done,
    items: done.items.map((item) =>
      undone.some(({ id, rev }) => id === item.id && rev === item.rev + 1) ? { ...item, rev: item.rev + 2 } : item,
    ),
  }));

/** What undoes an act on a question that stood as `item` before; null: nothing does. */
export function inverse(act: ModerationAct, item: QueueItem): ModerationAct | null {
  switch (act.kind) {
    case 'approve':
      return item.state === 'declined'
        ? { kind: 'decline', reason: item.reason ?? 'other', note: item.note ?? null }
        : { kind: 'unpublish' };
    case 'label': {
      const had = (label: string) => item.labels?.includes(label) ?? false;
      return { kind: 'label', add: act.remove.filter(had), remove: act.add.filter((label) => !had(label)) };
    }
    case 'restore':
      return item.state === 'archived' ? { kind: 'archive' } : null;
    case 'answer':
      if (item.state !== 'answered') return { kind: 'restore' };
      return item.answer === undefined ? null : { kind: 'answer', text: item.answer };
    case 'correct':
      return item.text === undefined ? null : { kind: 'correct', text: item.text };
    default:
      return { kind: 'restore' };
  }
}

/** The same acts together, so that each needs one message. */
export function inverses(
  act: ModerationAct,
  items: readonly QueueItem[],
): { act: ModerationAct; ids: ReadonlySet<Id> }[] {
  const found = new Map<string, { act: ModerationAct; ids: Set<Id> }>();
  for (const item of items) {
    const back = inverse(act, item);
    if (!back) continue;
    const name = JSON.stringify(back);
    if (!found.has(name)) found.set(name, { act: back, ids: new Set() });
    found.get(name)!.ids.add(item.id);
  }
  return [...found.values()];
}

/** An act on questions that stood so before it, in an activity. */
export function moderated(activity: Id, items: readonly QueueItem[], act: ModerationAct): Done {
  const acts = inverses(act, items);
  const undone = items.filter(({ id }) => acts.some(({ ids }) => ids.has(id)));
  const waits = acts.some(({ act }) => act.kind === 'unpublish');
  return {
    words: undoneWords(undone.length, waits),
    items: undone.map(({ id, rev }) => ({ id, rev: rev + 1 })),
    back: (still) =>
      acts
        .map(({ act, ids }) => ({
          type: 'moderateQuestions' as const,
          activity,
          items: still.filter(({ id }) => ids.has(id)),
          act,
        }))
        .filter(({ items }) => items.length > 0),
  };
}
