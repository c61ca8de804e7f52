import type { View } from '../../../remote/kinds.ts';
import { qaLine } from './words.ts';
import QaNow from './QaNow.svelte';

export default {
  kind: 'qa',
  Now: QaNow,
  name: () => 'Questions from the room',
  line: qaLine,
  spoken: ({ live }) => (live ? `Being answered now: ${live.text}` : 'The stage shows questions from the room.'),
  more: () => null,
} satisfies View<'qa'>;
