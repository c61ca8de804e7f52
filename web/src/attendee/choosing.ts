import { lazy } from '../ui/lazy.svelte.ts';

/**
 * The menu of the header, to choose a room, and one's own votes. One script that needs none beside it but the first:
 * a script that did not come can be asked for anew, what it imports cannot.
 */
export const choosing = lazy(() => import('./choose.ts'));
