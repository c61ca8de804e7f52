import { voicing } from '../../../../src/voting/attendee/says.ts';
import { answering } from './answering.ts';
import Screen from './Screen.svelte';

export default { Screen, ...voicing(answering) };
