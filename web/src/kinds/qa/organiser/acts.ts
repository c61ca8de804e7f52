import { capOf, type Meaning } from '../../../ui/keyTable.ts';
import type { QueueItem } from '../../../protocol/messages.gen.ts';
import type { RowAct } from './may.ts';

/** What is seldom done has no key. */
const means: Partial<Record<RowAct, Meaning>> = {
  approve: 'approve',
  decline: 'decline',
  merge: 'merge',
  correct: 'edit',
  highlight: 'answer',
  answered: 'answered',
  reply: 'reply',
  label: 'label',
};

/** The key of an act, as it is written on it; undefined where there is none. */
export const keyOfAct = (act: RowAct): string | undefined => means[act] && capOf(means[act]);

/** The words on the button of an act. */
export function actWords(act: RowAct, item: Pick<QueueItem, 'state' | 'answer'>): string {
  switch (act) {
    case 'approve':
      return item.state === 'declined' ? 'Publish' : 'Approve';
    case 'decline':
      return 'Decline';
    case 'merge':
      return 'Merge';
    case 'correct':
      return 'Edit';
    case 'highlight':
      return item.state === 'live' ? 'Take off stage' : 'On stage';
    case 'answered':
      return 'Answered';
    case 'reply':
      return item.answer ? 'Edit answer' : 'Reply';
    case 'archive':
      return 'Archive';
    case 'restore':
      return item.state === 'answered' ? 'Not answered' : 'Put back';
    case 'label':
      return 'Label';
    case 'erase':
      return 'Erase…';
  }
}
