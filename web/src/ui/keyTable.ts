/** What a key asks for. A key means the same on the desk, the stage and the remote; a page takes what it can do. */
export type Meaning =
  | 'prepare'
  | 'run'
  | 'moderate'
  | 'results'
  | 'main'
  | 'previous'
  | 'next'
  | 'startStop'
  | 'reveal'
  | 'sort'
  | 'join'
  | 'blank'
  | 'fullscreen'
  | 'hold'
  | 'questions'
  | 'up'
  | 'down'
  | 'answer'
  | 'answered'
  | 'approve'
  | 'decline'
  | 'merge'
  | 'edit'
  | 'label'
  | 'reply'
  | 'select'
  | 'undo'
  | 'new'
  | 'search'
  | 'help'
  | 'back'
  | 'bigger'
  | 'smaller';

export interface KeyRow {
  means: Meaning;
  /** As `KeyboardEvent.key` names them, letters small. */
  keys: readonly string[];
  /** As they are written on the key. */
  caps: readonly string[];
  says: string;
}

const row = (means: Meaning, keys: string, says: string, caps?: string): KeyRow => ({
  means,
  keys: keys === ' ' ? [' '] : keys.split(' '),
  caps: (caps ?? keys.toUpperCase()).split(' '),
  says,
});

/** The one table of keys, in the order in which they are shown. */
export const keyTable: readonly KeyRow[] = [
  row('prepare', '1', 'Prepare'),
  row('run', '2', 'Run'),
  row('moderate', '3', 'Moderate'),
  row('results', '4', 'Results'),
  row('main', ' ', 'The main button, whatever it says', 'Space'),
  row('previous', 'ArrowLeft PageUp', 'Previous item', '← PgUp'),
  row('next', 'ArrowRight PageDown', 'Next item', '→ PgDn'),
  row('startStop', 's', 'Open or lock'),
  row('reveal', 'v', 'Reveal the result, or hide it again'),
  row('sort', 'o', 'Order by result, or as it was given'),
  row('join', 'j', 'Join screen'),
  row('blank', 'b', 'Blank screen'),
  row('fullscreen', 'f', 'Full screen'),
  row('hold', 'p', 'Hold what moves by itself'),
  row('questions', 'u', 'Questions on stage'),
  row('up', 'ArrowUp', 'Pick the one above', '↑'),
  row('down', 'ArrowDown', 'Pick the one below', '↓'),
  row('answer', 'h', 'Answer on stage'),
  row('answered', 'w', 'Answered'),
  row('approve', 'a', 'Approve'),
  row('decline', 'd', 'Decline'),
  row('merge', 'm', 'Merge'),
  row('edit', 'e', 'Edit'),
  row('label', 'l', 'Label'),
  row('reply', 'r', 'Reply in writing'),
  row('select', 'x', 'Select several'),
  row('undo', 'z', 'Undo'),
  row('new', 'n', 'New'),
  row('search', '/', 'Search'),
  row('help', '?', 'These keys'),
  row('back', 'Escape', 'Back', 'Esc'),
  row('bigger', '+ =', 'Larger letters', '+'),
  row('smaller', '- − _', 'Smaller letters', '−'),
];

const meanings = new Map(keyTable.flatMap(({ means, keys }) => keys.map((key) => [key, means] as const)));
const rows = new Map(keyTable.map((each) => [each.means, each] as const));

export const keyOf = (means: Meaning): KeyRow => rows.get(means)!;
/** What stands on a button that the key presses, too. */
export const capOf = (means: Meaning): string => keyOf(means).caps[0]!;

export type Stroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>;

/** What may go on while a key is held down; all else must happen once. */
const repeats: readonly Meaning[] = ['up', 'down', 'bigger', 'smaller'];

/** Null when the key is the browser's, or when a held key repeats what must happen once. */
export function meaningOf({ key, ctrlKey, metaKey, altKey, repeat }: Stroke): Meaning | null {
  if (ctrlKey || metaKey || altKey) return null;
  const means = meanings.get(key.length === 1 ? key.toLowerCase() : key) ?? null;
  return repeat && means !== null && !repeats.includes(means) ? null : means;
}
