import type { Stroke } from '../../../organiser/event/keys.ts';

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

const moves: Record<string, QueueAction> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  '?': 'help',
  Escape: 'cancel',
};
/** Not while a reason is chosen. */
const places: Record<string, QueueAction> = {
  Home: 'first',
  End: 'last',
  ArrowRight: 'across',
  ArrowLeft: 'back',
  '/': 'search',
};
const acts: Record<string, QueueAction> = {
  a: 'approve',
  d: 'decline',
  m: 'merge',
  e: 'correct',
  l: 'label',
  h: 'highlight',
  w: 'answered',
  r: 'reply',
  x: 'select',
  z: 'undo',
};

/** The action of a key, null when the key belongs to the browser. */
export function queueAction(stroke: Stroke, mode: Mode, spot: Spot): QueueAction | null {
  if (stroke.ctrlKey || stroke.altKey || stroke.metaKey) return null;
  const { key } = stroke;
  if (spot === 'typing') {
    // From the note beside the reasons the arrows lead to them.
    return key === 'Escape' ? 'cancel' : mode === 'decline' ? reason(key) : null;
  }
  if (spot === 'control' && (key === ' ' || key === 'Enter')) return null;
  const name = key.length === 1 ? key.toLowerCase() : key;
  const found = moves[name] ?? inMode(name, mode);
  // Held down, only stepping repeats: nothing must be approved by a finger that rests.
  return stroke.repeat && found !== 'next' && found !== 'previous' ? null : found;
}

const reason = (key: string): QueueAction | null =>
  key === 'ArrowDown' ? 'next' : key === 'ArrowUp' ? 'previous' : null;

function inMode(name: string, mode: Mode): QueueAction | null {
  if (mode === 'decline') return name === 'd' ? 'cancel' : null;
  if (mode === 'merge') return name === 'Enter' ? 'enter' : name === 'm' ? 'cancel' : (places[name] ?? null);
  return places[name] ?? acts[name] ?? null;
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
