import type { View } from '../../../attendee/kinds.ts';
import { voicing } from '../../../voting/attendee/says.ts';
import { choosing } from './answering.ts';
import Screen from './Screen.svelte';

export default { kind: 'poll', Screen, ...voicing(choosing) } satisfies View<'poll'>;
