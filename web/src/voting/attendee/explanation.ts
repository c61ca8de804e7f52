import { lazy } from '../../ui/lazy.svelte.ts';

/** What stands behind "How we know" of every ballot. */
export const explanation = lazy(() => import('./PrivacyMore.svelte'));
