import { lazy } from '../../../ui/lazy.svelte.ts';

/** A result as bars: whoever answers needs none yet. */
export const bars = lazy(() => import('../ResultBars.svelte'));
