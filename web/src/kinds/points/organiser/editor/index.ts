import type { Editing } from '../../../../organiser/event/editor/editing.ts';
import { ballotText } from '../../../../voting/organiser/editor/model.ts';
import { sound } from '../../../../voting/organiser/editor/problems.ts';
import Fields from './Fields.svelte';
import { blank, fromPoints, MOST_OPTIONS, opened, problems, toDraft, type Editor, type Problems } from './model.ts';

export default {
  kind: 'points',
  blank,
  from: fromPoints,
  draft: toDraft,
  problems,
  sound,
  opened,
  text: ballotText,
  most: MOST_OPTIONS,
  Fields,
} satisfies Editing<'points', Editor, Problems>;
