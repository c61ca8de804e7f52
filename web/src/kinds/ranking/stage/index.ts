import type { View } from '../../../stage/kinds.ts';
import { staging } from '../../../voting/stage/view.ts';
import Screen from './Screen.svelte';
import { summary } from './sentences.ts';

export default {
  kind: 'ranking',
  Screen,
  summary,
  ...staging,
  // It always stands in the order of its result.
  buttons: (ranking) => ({ ...staging.buttons(ranking), sort: null }),
} satisfies View<'ranking'>;
