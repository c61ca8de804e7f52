import { remoting } from '../../../../src/voting/remote/view.ts';
import Now from './Now.svelte';

export default { kind: 'pebbles', Now, ...remoting };
