import type { View } from '../../../remote/kinds.ts';
import { remoting } from '../../../voting/remote/view.ts';
import Now from './Now.svelte';

export default { kind: 'number', Now, ...remoting } satisfies View<'number'>;
