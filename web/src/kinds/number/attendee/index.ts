import type { View } from '../../../attendee/kinds.ts';
import { lazy } from '../../../ui/lazy.svelte.ts';

export default { kind: 'number', part: lazy(() => import('./part.ts')) } satisfies View<'number'>;
