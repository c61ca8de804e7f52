import { lazy } from '../ui/lazy.svelte.ts';

/** The menu of the header, and to choose a room. One script, so that both come or neither. */
export const choosing = lazy(() => import('./choose.ts'));
