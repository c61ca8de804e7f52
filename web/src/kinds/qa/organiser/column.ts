import type { ColumnView } from '../../../organiser/event/kinds.ts';
import { beside } from '../../../protocol/activity.ts';
import QuestionsColumn from './QuestionsColumn.svelte';

export default {
  kind: 'qa',
  right: 'watchQueue',
  title: 'Questions',
  Column: QuestionsColumn,
  waiting: (state) => beside(state, 'qa')?.counts.waiting ?? null,
} satisfies ColumnView;
