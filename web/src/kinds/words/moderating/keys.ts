import { meaningOf, type Meaning, type Stroke } from '../../../ui/keyTable.ts';

/** What a key does where words are moderated. */
export type AnswerAction =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'show'
  | 'hide'
  | 'rename'
  | 'join'
  | 'select'
  | 'undo'
  | 'search'
  | 'cancel';

/** What the one table of keys means here. */
const meant: Partial<Record<Meaning, AnswerAction>> = {
  down: 'next',
  up: 'previous',
  approve: 'show',
  decline: 'hide',
  edit: 'rename',
  merge: 'join',
  select: 'select',
  undo: 'undo',
  search: 'search',
  back: 'cancel',
};
const through: Record<string, AnswerAction> = { Home: 'first', End: 'last' };

/** Where letters are letters. */
const FIELD = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]';

/** The action of a key, null when the key belongs to the browser. */
export function answerAction(stroke: Stroke, focus: Element | null): AnswerAction | null {
  if (stroke.ctrlKey || stroke.altKey || stroke.metaKey) return null;
  if (focus?.matches(FIELD)) return stroke.key === 'Escape' ? 'cancel' : null;
  // Among radio buttons the arrows choose.
  if (focus?.matches('[type="radio"]') && stroke.key.startsWith('Arrow')) return null;
  const means = meaningOf(stroke);
  const found = (means === null ? null : (meant[means] ?? null)) ?? (through[stroke.key] as AnswerAction | undefined);
  // Held down, only picking repeats: nothing must be shown by a finger that rests.
  return stroke.repeat && found !== 'next' && found !== 'previous' ? null : (found ?? null);
}
