import type { BesideView } from '../../../attendee/kinds.ts';
import { Door } from './door.svelte.ts';

export default { kind: 'qa', enter: (place, qa) => new Door(place, qa) } satisfies BesideView<'qa'>;
