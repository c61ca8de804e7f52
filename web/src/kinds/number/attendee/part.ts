import type { Part } from '../../../attendee/kinds.ts';
import { voicing } from '../../../voting/attendee/says.ts';
import { answering } from './answering.ts';
import Screen from './Screen.svelte';

export default { Screen, ...voicing(answering) } satisfies Part<'number'>;
