import { beside } from '../../protocol/activity.ts';
import type { OrganiserSnapshot } from '../../protocol/messages.gen.ts';
import type { Move } from '../../ui/lifecycle.ts';
import { onStage, put } from '../../ui/stageControls.ts';

const NONE: Move = { hint: 'This room takes no questions. Turn them on on the organiser page.' };

/** Puts the questions on stage. */
export function showQuestions(state: OrganiserSnapshot): Move {
  const questions = beside(state, 'qa');
  if (!questions || questions.state === 'draft') return NONE;
  return onStage(state)?.id === questions.id
    ? { hint: 'The questions are on stage.' }
    : { command: put(state, questions.id) };
}

/** Makes question `n` the one that is being answered; null: none. */
export function highlight(state: OrganiserSnapshot, n: number | null): Move {
  const questions = beside(state, 'qa');
  if (!questions || questions.state === 'draft') return NONE;
  return { command: { type: 'highlightQuestion', activity: questions.id, n, live: questions.live?.n ?? null } };
}

/** The live question was answered in the room. */
export function answered(state: OrganiserSnapshot): Move {
  const questions = beside(state, 'qa');
  if (!questions || questions.state === 'draft') return NONE;
  if (!questions.live) return { hint: 'No question is being answered. Pick one with the arrow keys and press H.' };
  return { command: { type: 'answeredQuestion', activity: questions.id, n: questions.live.n } };
}
