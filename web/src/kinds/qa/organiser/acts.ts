import type { QueueItem } from '../../../protocol/messages.gen.ts';
import type { RowAct } from './may.ts';

/** The key of an act, as it is written on it. What is seldom done has none. */
export const actKeys: Record<RowAct, string | undefined> = {
  approve: 'A',
  decline: 'D',
  merge: 'M',
  correct: 'E',
  highlight: 'H',
  answered: 'W',
  reply: 'R',
  archive: undefined,
  restore: undefined,
  label: 'L',
  erase: undefined,
};

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
