import type { View } from '../../../stage/kinds.ts';
import { staging } from '../../../voting/stage/view.ts';
import Screen from './Screen.svelte';
import { summary } from './sentences.ts';

export default {
  kind: 'points',
  Screen,
  summary,
  ...staging,
  // It always stands in the order of its result.
  buttons: (poll) => ({ ...staging.buttons(poll), sort: null }),
} satisfies View<'points'>;
