import type { View } from '../../../stage/kinds.ts';
import { staging } from '../../../voting/stage/view.ts';
import Screen from './Screen.svelte';
import { summary } from './sentences.ts';

export default {
  kind: 'rating',
  Screen,
  summary,
  ...staging,
  // One statement has no order.
  buttons: (rating) => ({ ...staging.buttons(rating), ...(rating.statements.length > 1 ? {} : { sort: null }) }),
} satisfies View<'rating'>;
