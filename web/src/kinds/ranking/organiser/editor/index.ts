import type { Editing } from '../../../../organiser/event/editor/editing.ts';
import { optionProblems, sound, type OptionProblems } from '../../../../voting/organiser/editor/problems.ts';
import Fields from './Fields.svelte';
import { blank, fromRanking, opened, toDraft, type Editor } from './model.ts';

export default {
  kind: 'ranking',
  blank,
  from: fromRanking,
  draft: toDraft,
  problems: optionProblems,
  sound,
  opened,
  Fields,
} satisfies Editing<'ranking', Editor, OptionProblems>;
