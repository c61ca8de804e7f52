import { keysOn } from './keysOn.ts';
import { keyTable, meaningOf, type Meaning, type Stroke } from './keyTable.ts';

/** What keys and buttons of stage and remote ask for. */
export type StageAction = Meaning | 'theme';

/** What the keys can do where nothing is prepared, moderated or read. */
const STAGE: readonly Meaning[] = [
  ...(['main', 'previous', 'next', 'startStop', 'reveal', 'sort', 'join', 'blank', 'fullscreen', 'hold'] as const),
  ...(['questions', 'up', 'down', 'answer', 'answered', 'bigger', 'smaller', 'help', 'back'] as const),
];
export const stageKeys = keyTable.filter(({ means }) => STAGE.includes(means));

/** Changes what everybody sees and has no meaning of its own on one screen: needs somebody who may steer. */
export const steers = (action: StageAction): boolean =>
  ['main', 'reveal', 'previous', 'next', 'startStop', 'questions', 'answer', 'answered'].includes(action);

/** What a key asks for; null when it is the browser's, means nothing here, or characters alone shall do nothing. */
export function actionOf(stroke: Stroke): StageAction | null {
  if (stroke.key.length === 1 && !keysOn()) return null;
  const means = meaningOf(stroke);
  return means !== null && STAGE.includes(means) ? means : null;
}

/** A second press of the main key within this time, milliseconds, was meant for what it said before. */
export const MAIN_GUARD_MS = 700;

/** Lets the main key through, but not twice in one go: what it says changes with every press. */
export class MainGuard {
  private last = -Infinity;

  constructor(private readonly now: () => number) {}

  passes(): boolean {
    const since = this.now() - this.last;
    if (since < MAIN_GUARD_MS) return false;
    this.last = this.now();
    return true;
  }
}
