import type { BesideView } from '../../../attendee/kinds.ts';
import { Gate } from './gate.svelte.ts';

export default {
  kind: 'reactions',
  enter: (place, reactions) => new Gate(place, reactions),
} satisfies BesideView<'reactions'>;
