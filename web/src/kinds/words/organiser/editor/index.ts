import type { Editing } from '../../../../organiser/event/editor/editing.ts';
import { line } from '../../../../voting/organiser/editor/model.ts';
import { ballotProblems, sound, type BallotProblems } from '../../../../voting/organiser/editor/problems.ts';
import Fields from './Fields.svelte';
import { blank, fromWords, opened, toDraft, type Editor } from './model.ts';

export default {
  kind: 'words',
  blank,
  from: fromWords,
  draft: toDraft,
  problems: ballotProblems,
  sound,
  opened,
  text: ({ question }) => ({ question: line(question) }),
  Fields,
} satisfies Editing<'words', Editor, BallotProblems>;
