import type { ColumnView } from '../../../organiser/event/kinds.ts';
import { cloudsOf } from '../moderating/clouds.ts';
import WordsColumn from '../moderating/WordsColumn.svelte';

export default {
  kind: 'words',
  right: 'moderateAnswers',
  title: 'Words',
  there: (state) => cloudsOf(state).length > 0,
  Column: WordsColumn,
  waiting: (state) => {
    const clouds = cloudsOf(state);
    return clouds.length > 0 ? clouds.reduce((sum, { tally }) => sum + (tally.result?.held ?? 0), 0) : null;
  },
} satisfies ColumnView;
