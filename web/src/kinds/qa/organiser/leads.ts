import type { Id, ModerationAct, QuestionState, QueueItem } from '../../../protocol/messages.gen.ts';
import { tabOf } from './lists.ts';

/** Where an act leads; null: the state stays, or (restore) is another one. */
const leads: Record<ModerationAct['kind'], QuestionState | null> = {
  approve: 'published',
  unpublish: 'waiting',
  decline: 'declined',
  archive: 'archived',
  restore: null,
  label: null,
  answer: 'answered',
  correct: null,
};

/** Those of `items` that leave the list they are in once the act is done. */
export function going(items: readonly QueueItem[], act: ModerationAct): Id[] {
  const state = leads[act.kind];
  const goes = (item: QueueItem) => (state === null ? act.kind === 'restore' : tabOf(state) !== tabOf(item.state));
  return items.filter(goes).map(({ id }) => id);
}
