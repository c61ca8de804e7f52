import type { BesideView } from '../../../stage/kinds.ts';
import Reactions from './Reactions.svelte';

export default { kind: 'reactions', Over: Reactions, lane: true } satisfies BesideView<'reactions'>;
