import type { Editing } from '../../../../organiser/event/editor/editing.ts';
import { optionProblems, sound, type OptionProblems } from '../../../../voting/organiser/editor/problems.ts';
import Fields from './Fields.svelte';
import OnPhone from './OnPhone.svelte';
import { blank, fromRanking, toDraft, type Editor } from './model.ts';

export default {
  kind: 'ranking',
  blank,
  from: fromRanking,
  draft: toDraft,
  problems: optionProblems,
  sound,
  Fields,
  Preview: OnPhone,
} satisfies Editing<'ranking', Editor, OptionProblems>;
