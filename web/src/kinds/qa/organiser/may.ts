import type { QuestionState, QueueItem } from '../../../protocol/messages.gen.ts';

/** What a moderator can do with one question. */
export type RowAct =
  | 'approve'
  | 'decline'
  | 'merge'
  | 'correct'
  | 'highlight'
  | 'answered'
  | 'reply'
  | 'archive'
  | 'restore'
  | 'label'
  | 'erase';

/** The transitions of ADR 8, as buttons. The first ones are in the row, the rest in its menu. */
const acts: Record<QuestionState, readonly RowAct[]> = {
  waiting: ['approve', 'decline', 'merge', 'correct', 'label', 'erase'],
  published: ['highlight', 'answered', 'reply', 'correct', 'merge', 'label', 'decline', 'archive', 'erase'],
  live: ['answered', 'highlight', 'reply', 'correct', 'label', 'erase'],
  answered: ['restore', 'reply', 'correct', 'label', 'archive', 'erase'],
  declined: ['approve', 'restore', 'archive', 'label', 'erase'],
  archived: ['restore', 'label', 'erase'],
  merged: [],
  withdrawn: [],
};

type Item = Pick<QueueItem, 'state' | 'text'>;

const putAway: readonly QuestionState[] = ['waiting', 'published', 'answered', 'declined'];

/** Of a question whose text is gone only the place in the lists can change. */
export const actsOf = ({ state, text }: Item): readonly RowAct[] =>
  text !== undefined ? acts[state] : putAway.includes(state) ? ['archive'] : [];
export const can = (item: Item, act: RowAct): boolean => actsOf(item).includes(act);

/** How many of them stand in the row itself: what has no room, or is seldom done, is in the menu behind them. */
export const inRow = ({ state }: Pick<QueueItem, 'state'>): number => (state === 'waiting' ? 5 : 4);

/** What two or more chosen questions can have done to them together. */
export const bulkActs = (items: readonly Item[]): RowAct[] =>
  items.length === 0
    ? []
    : (['approve', 'decline', 'archive', 'restore', 'label'] as const).filter((act) =>
        items.every((item) => can(item, act)),
      );

/** Whether another question may be merged into this one. */
export const receives = ({ state, text }: Item): boolean =>
  text !== undefined && ['waiting', 'published', 'live', 'answered'].includes(state);
