import type { Editing } from '../../../../organiser/event/editor/editing.ts';
import { ballotText } from '../../../../voting/organiser/editor/model.ts';
import { optionProblems, sound, type OptionProblems } from '../../../../voting/organiser/editor/problems.ts';
import Fields from './Fields.svelte';
import { blank, fromPoll, MOST_OPTIONS, opened, toDraft, type Editor } from './model.ts';

export default {
  kind: 'poll',
  blank,
  from: fromPoll,
  draft: toDraft,
  problems: optionProblems,
  sound,
  opened,
  text: ballotText,
  most: MOST_OPTIONS,
  Fields,
} satisfies Editing<'poll', Editor, OptionProblems>;
