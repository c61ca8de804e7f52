export type StageAction =
  | 'results'
  | 'previous'
  | 'next'
  | 'startStop'
  | 'join'
  | 'questions'
  | 'up'
  | 'down'
  | 'highlight'
  | 'answered'
  | 'sort'
  | 'fullscreen'
  | 'bigger'
  | 'smaller'
  | 'help'
  | 'back';

/** Changes what everybody sees: needs an organiser who is signed in on this computer. */
export const steers = (action: StageAction): boolean =>
  ['results', 'previous', 'next', 'startStop', 'questions', 'highlight', 'answered'].includes(action);

export const keyHelp: readonly { action: StageAction; keys: string; says: string }[] = [
  { action: 'results', keys: 'Space', says: 'Show results to everyone, or hide them' },
  { action: 'previous', keys: '← or Page Up', says: 'Previous activity' },
  { action: 'next', keys: '→ or Page Down', says: 'Next activity' },
  { action: 'startStop', keys: 'S', says: 'Start voting or asking, or stop it' },
  { action: 'questions', keys: 'U', says: 'Questions from the room' },
  { action: 'up', keys: '↑', says: 'Pick the question above' },
  { action: 'down', keys: '↓', says: 'Pick the question below' },
  { action: 'highlight', keys: 'Enter', says: 'Answer the picked question now' },
  { action: 'answered', keys: 'W', says: 'The question was answered' },
  { action: 'join', keys: 'Q', says: 'Join screen' },
  { action: 'sort', keys: 'R', says: 'Sort by result, or in the given order' },
  { action: 'fullscreen', keys: 'F', says: 'Full screen' },
  { action: 'bigger', keys: '+', says: 'Larger letters' },
  { action: 'smaller', keys: '−', says: 'Smaller letters' },
  { action: 'help', keys: '?', says: 'This help' },
  { action: 'back', keys: 'Esc', says: 'Back' },
];

const actions: Record<string, StageAction> = {
  ' ': 'results',
  ArrowLeft: 'previous',
  PageUp: 'previous',
  ArrowRight: 'next',
  PageDown: 'next',
  s: 'startStop',
  q: 'join',
  u: 'questions',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Enter: 'highlight',
  w: 'answered',
  r: 'sort',
  f: 'fullscreen',
  '+': 'bigger',
  '=': 'bigger',
  '-': 'smaller',
  '−': 'smaller',
  _: 'smaller',
  '?': 'help',
  Escape: 'back',
};

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>;

/** What a key asks for; null when it is the browser's, or when a held key repeats what must happen once. */
export function actionOf({ key, ctrlKey, metaKey, altKey, repeat }: Pressed): StageAction | null {
  if (ctrlKey || metaKey || altKey) return null;
  const name = key.length === 1 ? key.toLowerCase() : key;
  const action = Object.hasOwn(actions, name) ? actions[name]! : null;
  return repeat && !['bigger', 'smaller', 'up', 'down'].includes(action ?? '') ? null : action;
}
