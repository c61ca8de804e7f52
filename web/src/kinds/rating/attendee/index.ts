import type { View } from '../../../attendee/kinds.ts';
import { lazy } from '../../../ui/lazy.svelte.ts';

export default { kind: 'rating', part: lazy(() => import('./part.ts')) } satisfies View<'rating'>;
