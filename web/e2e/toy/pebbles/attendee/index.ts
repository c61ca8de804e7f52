import { lazy } from '../../../../src/ui/lazy.svelte.ts';

export default { kind: 'pebbles', part: lazy(() => import('./part.ts')) };
