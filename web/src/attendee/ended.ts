import { lazy } from '../ui/lazy.svelte.ts';

/** What phones show when the event is over: none of it is in the first load. */
export const ended = lazy(() => import('./Over.svelte'));
