import type { BesideView } from '../../../remote/kinds.ts';
import { figure } from '../../../ui/figure.ts';
import QuestionsPanel from './QuestionsPanel.svelte';

export default {
  kind: 'qa',
  tab({ state, counts }) {
    const there = counts.published + counts.live;
    return state === 'draft' ? null : `Questions${there > 0 ? ` · ${figure(there)}` : ''}`;
  },
  Panel: QuestionsPanel,
} satisfies BesideView<'qa'>;
