import { lazy } from '../ui/lazy.svelte.ts';

/** To choose a room, and another: only where there are several. One script, so that both come or neither. */
export const choosing = lazy(() => import('./choose.ts'));
