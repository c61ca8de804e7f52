import type { Editing } from '../../../../organiser/event/editor/editing.ts';
import { ballotText } from '../../../../voting/organiser/editor/model.ts';
import { sound } from '../../../../voting/organiser/editor/problems.ts';
import Fields from './Fields.svelte';
import {
  blank,
  fromRating,
  MOST_STATEMENTS,
  ONE,
  opened,
  problems,
  toDraft,
  type Editor,
  type Problems,
} from './model.ts';

export default {
  kind: 'rating',
  blank,
  from: fromRating,
  draft: toDraft,
  problems,
  sound,
  opened,
  text: ballotText,
  most: MOST_STATEMENTS,
  one: ONE,
  Fields,
} satisfies Editing<'rating', Editor, Problems>;
