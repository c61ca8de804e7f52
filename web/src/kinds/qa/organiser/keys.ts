import { meaningOf, type Meaning, type Stroke } from '../../../ui/keyTable.ts';

/** What a key does where questions are moderated. */
export type QueueAction =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'across'
  | 'back'
  | 'approve'
  | 'decline'
  | 'merge'
  | 'correct'
  | 'undo'
  | 'label'
  | 'highlight'
  | 'answered'
  | 'reply'
  | 'search'
  | 'select'
  | 'help'
  | 'cancel'
  | 'enter';

/**
 * `list`: going through the questions. `decline`: choosing the reason. `merge`: choosing what to merge into.
 */
export type Mode = 'list' | 'decline' | 'merge';

/**
 * Where the focus is. `row`: on a question. `control`: on what space and Enter press. `typing`: in a field, where
 * letters are letters. `page`: anywhere else.
 */
export type Spot = 'row' | 'control' | 'typing' | 'page';

/** What the one table of keys means here. */
const meant: Partial<Record<Meaning, QueueAction>> = {
  down: 'next',
  up: 'previous',
  help: 'help',
  back: 'cancel',
  search: 'search',
  approve: 'approve',
  decline: 'decline',
  merge: 'merge',
  edit: 'correct',
  label: 'label',
  answer: 'highlight',
  answered: 'answered',
  reply: 'reply',
  select: 'select',
  undo: 'undo',
};
/** Keys that lead through the two lists. */
const through: Record<string, QueueAction> = { Home: 'first', End: 'last', ArrowRight: 'across', ArrowLeft: 'back' };
/** What goes on in every mode; with `through` and the search, what goes on while something is merged. */
const always: readonly QueueAction[] = ['next', 'previous', 'help', 'cancel'];

/** The action of a key, null when the key belongs to the browser. */
export function queueAction(stroke: Stroke, mode: Mode, spot: Spot): QueueAction | null {
  if (stroke.ctrlKey || stroke.altKey || stroke.metaKey) return null;
  const { key } = stroke;
  if (spot === 'typing') {
    // From the note beside the reasons the arrows lead to them.
    return key === 'Escape' ? 'cancel' : mode === 'decline' ? reason(key) : null;
  }
  if (spot === 'control' && (key === ' ' || key === 'Enter')) return null;
  // Held down, only picking repeats: nothing must be approved by a finger that rests.
  const means = meaningOf(stroke);
  return inMode(means === null ? null : (meant[means] ?? null), stroke.repeat ? '' : key, mode);
}

const reason = (key: string): QueueAction | null =>
  key === 'ArrowDown' ? 'next' : key === 'ArrowUp' ? 'previous' : null;

function inMode(found: QueueAction | null, key: string, mode: Mode): QueueAction | null {
  if (found !== null && always.includes(found)) return found;
  if (found === mode) return 'cancel'; // the same key again
  if (mode === 'decline') return null;
  if (mode === 'merge') return key === 'Enter' ? 'enter' : found === 'search' ? found : (through[key] ?? null);
  return through[key] ?? found;
}

/** Where the focus is, seen from the element that has it. */
export function spot(element: Element | null): Spot {
  if (!element) return 'page';
  if (element.matches('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]')) {
    return 'typing';
  }
  if (element.matches('[data-question]')) return 'row';
  return element.matches('button, a, summary, input') ? 'control' : 'page';
}
