import type { View } from '../../../stage/kinds.ts';
import { staging } from '../../../voting/stage/view.ts';
import Screen from './Screen.svelte';
import { summary } from './sentences.ts';

export default { kind: 'words', Screen, summary, ...staging } satisfies View<'words'>;
