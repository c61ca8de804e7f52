import type { View } from '../../../attendee/kinds.ts';
import PollNow from './PollNow.svelte';
import { pollSays, waitsFor } from './pollSays.ts';

export default { kind: 'poll', Screen: PollNow, says: pollSays, waits: waitsFor } satisfies View<'poll'>;
