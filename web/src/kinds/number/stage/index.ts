import type { View } from '../../../stage/kinds.ts';
import { staging } from '../../../voting/stage/view.ts';
import Screen from './Screen.svelte';
import { summary } from './sentences.ts';

export default {
  kind: 'number',
  Screen,
  summary,
  ...staging,
  // Bars stand in the order of their numbers.
  buttons: (poll) => ({ ...staging.buttons(poll), sort: null }),
} satisfies View<'number'>;
