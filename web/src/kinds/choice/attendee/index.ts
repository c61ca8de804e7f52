import type { View } from '../../../attendee/kinds.ts';
import { here } from '../../../ui/lazy.svelte.ts';
import { voicing } from '../../../voting/attendee/says.ts';
import { choosing } from './answering.ts';
import { bars } from './bars.ts';
import Screen from './Screen.svelte';

export default {
  kind: 'poll',
  part: here({ default: { Screen, ...voicing(choosing) } }),
  later: bars,
} satisfies View<'poll'>;
