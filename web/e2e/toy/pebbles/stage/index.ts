import * as ballot from '../../../../src/voting/stage/sentences.ts';
import { staging } from '../../../../src/voting/stage/view.ts';
import { inWords, type Pebbles } from '../pebbles.ts';
import Screen from './Screen.svelte';

const summary = (pebbles: Pebbles): string =>
  ballot.summary(pebbles, () => `Result: ${inWords(pebbles.tally?.result ?? [])}.`);

export default { kind: 'pebbles', Screen, summary, ...staging };
