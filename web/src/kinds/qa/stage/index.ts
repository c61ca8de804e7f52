import type { View } from '../../../stage/kinds.ts';
import { highlight } from '../answering.ts';
import { besides } from './qaLayout.ts';
import QaScreen from './QaScreen.svelte';
import { qaSummary } from './qaWords.ts';

export default {
  kind: 'qa',
  Screen: QaScreen,
  ended: () => '',
  summary: qaSummary,
  buttons: (qa) => ({
    startStop: qa.asking ? 'Take no more' : 'Take questions',
    sort: null,
    ...(qa.live && { answered: 'Answered' }),
  }),
  picking: { among: (qa) => besides(qa).map(({ n }) => n), pick: highlight },
} satisfies View<'qa'>;
