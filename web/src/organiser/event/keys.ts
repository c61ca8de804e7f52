import { meaningOf, type Meaning, type Stroke } from '../../ui/keyTable.ts';
import { keysOn } from '../../ui/keysOn.ts';

export type { Stroke };

/** What a key does on the desk: what the table of keys says, or a move in the run order. */
export type Action = Meaning | 'moveUp' | 'moveDown';

/**
 * Where the focus is. `typing`: in a field, where letters are letters. `control`: on something that space presses.
 * `selected`: on what is selected in the run order, which space need not press. `page`: anywhere else.
 */
export type Place = 'typing' | 'control' | 'selected' | 'page';

/** The action of a key, null when the key belongs to the browser. */
export function action(stroke: Stroke, place: Place): Action | null {
  if (place === 'typing' || stroke.metaKey) return null;
  const arrow = stroke.key === 'ArrowUp' ? 'moveUp' : stroke.key === 'ArrowDown' ? 'moveDown' : null;
  if (arrow && (stroke.altKey || stroke.ctrlKey)) return arrow;
  const means = meaningOf(stroke);
  return means === 'main' && place === 'control' ? null : means;
}

/** Where the focus is, seen from the element that has it. */
export function place(element: Element | null): Place {
  if (!element || element === document.body) return 'page';
  if (element.closest('input, select, textarea, [contenteditable], dialog')) return 'typing';
  if (element.closest('[data-activity][aria-current="true"]')) return 'selected';
  return element.closest('button, a, summary') ? 'control' : 'page';
}

/** The action of a key pressed now; null while a dialog is open, and where characters alone shall do nothing. */
export function pressed(event: KeyboardEvent): Action | null {
  // What is seen decides: a browser tells of a closed dialog one frame later, and a key pressed in that frame counts.
  if (event.defaultPrevented || document.querySelector('dialog[open]')) return null;
  if (event.key.length === 1 && !keysOn()) return null;
  return action(event, place(document.activeElement));
}
