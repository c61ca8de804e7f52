import type { Editing } from '../../../../organiser/event/editor/editing.ts';
import { optionProblems, sound, type OptionProblems } from '../../../../voting/organiser/editor/problems.ts';
import Fields from './Fields.svelte';
import { blank, fromPoll, opened, toDraft, type Editor } from './model.ts';

export default {
  kind: 'poll',
  blank,
  from: fromPoll,
  draft: toDraft,
  problems: optionProblems,
  sound,
  opened,
  Fields,
} satisfies Editing<'poll', Editor, OptionProblems>;
