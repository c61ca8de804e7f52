import type { View } from '../../../attendee/kinds.ts';
import { lazy } from '../../../ui/lazy.svelte.ts';

export default { kind: 'words', part: lazy(() => import('./part.ts')) } satisfies View<'words'>;
