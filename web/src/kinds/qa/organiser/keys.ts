import type { Stroke } from '../../../organiser/event/keys.ts';

/** What a key does in the queue of questions. */
export type QueueAction =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'approve'
  | 'decline'
  | 'merge'
  | 'undo'
  | 'label'
  | 'highlight'
  | 'answered'
  | 'reply'
  | 'archive'
  | 'restore'
  | 'search'
  | 'select'
  | 'help'
  | 'cancel'
  | 'enter'
  | `reason${1 | 2 | 3 | 4 | 5 | 6}`;

/**
 * `list`: going through the questions. `decline`: a number chooses the reason. `merge`: choosing what to merge into.
 */
export type Mode = 'list' | 'decline' | 'merge';

/**
 * Where the focus is. `row`: on a question. `control`: on what space and Enter press. `typing`: in a
 * field. `column`: anywhere else.
 */
export type Spot = 'row' | 'control' | 'typing' | 'column';

const moves: Record<string, QueueAction> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  '?': 'help',
  Escape: 'cancel',
};
const acts: Record<string, QueueAction> = {
  a: 'approve',
  d: 'decline',
  m: 'merge',
  u: 'undo',
  l: 'label',
  h: 'highlight',
  w: 'answered',
  r: 'reply',
  x: 'archive',
  z: 'restore',
  '/': 'search',
  ' ': 'select',
};

/** The action of a key, null when the key belongs to the browser. */
export function queueAction(stroke: Stroke, mode: Mode, spot: Spot): QueueAction | null {
  if (stroke.ctrlKey || stroke.altKey || stroke.metaKey) return null;
  const { key } = stroke;
  if (spot === 'typing') return key === 'Escape' ? 'cancel' : null;
  if (spot === 'control' && (key === ' ' || key === 'Enter')) return null;
  const name = key.length === 1 ? key.toLowerCase() : key;
  const found = moves[name] ?? inMode(name, mode, spot);
  // Held down, only stepping repeats: nothing must be approved by a finger that rests.
  return stroke.repeat && found !== 'next' && found !== 'previous' ? null : found;
}

function inMode(name: string, mode: Mode, spot: Spot): QueueAction | null {
  if (mode === 'decline') {
    return /^[1-6]$/.test(name) ? (`reason${name}` as QueueAction) : name === 'd' ? 'cancel' : null;
  }
  if (mode === 'merge') return name === 'Enter' ? 'enter' : name === 'm' ? 'cancel' : null;
  if (name === ' ' && spot !== 'row') return null;
  return acts[name] ?? null;
}

/** Where the focus is, seen from the element that has it. */
export function spot(element: Element | null): Spot {
  if (!element) return 'column';
  if (element.matches('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]')) {
    return 'typing';
  }
  if (element.matches('[data-question]')) return 'row';
  return element.matches('button, a, summary, input') ? 'control' : 'column';
}
