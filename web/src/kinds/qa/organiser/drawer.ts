import type { DrawerView } from '../../../organiser/event/kinds.ts';
import { answered, showQuestions } from '../answering.ts';
import Drawer from './Drawer.svelte';

export default {
  kind: 'qa',
  right: 'watchQuestions',
  title: 'Questions',
  there: ({ state }) => state !== 'draft',
  Drawer,
  keys: { questions: showQuestions, answered },
  inside: ['up', 'down', 'answer'],
} satisfies DrawerView<'qa'>;
