/** What a key does on the page of an event. */
export type Action =
  'previous' | 'next' | 'moveUp' | 'moveDown' | 'voting' | 'results' | 'stage' | 'join' | 'edit' | 'new' | 'help';

/**
 * Where the focus is. `typing`: in a field, where letters are letters. `control`: on something that space and Enter
 * press. `selected`: on what is selected in the run order, which they need not press. `page`: anywhere else.
 */
export type Place = 'typing' | 'control' | 'selected' | 'page';

export type Stroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'repeat'>;

const letters: Record<string, Action> = {
  j: 'next',
  k: 'previous',
  s: 'voting',
  q: 'join',
  e: 'edit',
  n: 'new',
  '?': 'help',
};

/** The action of a key, null when the key belongs to the browser. */
export function action(stroke: Stroke, place: Place): Action | null {
  if (place === 'typing' || stroke.metaKey) return null;
  const { key } = stroke;
  const arrow = key === 'ArrowUp' ? 'up' : key === 'ArrowDown' ? 'down' : null;
  if (arrow && (stroke.altKey || stroke.ctrlKey)) return arrow === 'up' ? 'moveUp' : 'moveDown';
  if (stroke.altKey || stroke.ctrlKey) return null;
  if (arrow) return arrow === 'up' ? 'previous' : 'next';
  const found = key === ' ' || key === 'Enter' ? press(key, place) : (letters[key.toLowerCase()] ?? null);
  // A key held down must not switch to and fro.
  return stroke.repeat && found !== 'next' && found !== 'previous' ? null : found;
}

const press = (key: string, place: Place): Action | null =>
  place === 'control' ? null : key === ' ' ? 'results' : 'stage';

/** Where the focus is, seen from the element that has it. */
export function place(element: Element | null): Place {
  if (!element || element === document.body) return 'page';
  if (element.closest('input, select, textarea, [contenteditable], dialog')) return 'typing';
  if (element.closest('[data-activity][aria-current="true"]')) return 'selected';
  return element.closest('button, a, summary') ? 'control' : 'page';
}
