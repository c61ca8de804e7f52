import type { View } from '../../../stage/kinds.ts';
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
  pickable: (qa) => besides(qa).map(({ n }) => n),
} satisfies View<'qa'>;
