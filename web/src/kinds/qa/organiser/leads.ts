import type { Id, ModerationAct, QuestionState, QueueItem } from '../../../protocol/messages.gen.ts';
import { fits, type View } from './lists.ts';

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

/** Those of `items` that this view will show no more once the act is done; of those restored, what it shows now. */
export function going(items: readonly QueueItem[], act: ModerationAct, view: View, shown: readonly Id[]): Id[] {
  const state = leads[act.kind];
  const goes = (item: QueueItem) =>
    state === null ? act.kind === 'restore' && shown.includes(item.id) : !fits({ ...item, state }, view);
  return items.filter(goes).map(({ id }) => id);
}
