import type { Editing } from '../../../../organiser/event/editor/editing.ts';
import { ballotProblems, sound, type BallotProblems } from '../../../../voting/organiser/editor/problems.ts';
import Fields from './Fields.svelte';
import { blank, fromPoll, toDraft, type Editor } from './model.ts';

export default {
  kind: 'poll',
  blank,
  from: fromPoll,
  draft: toDraft,
  problems: ballotProblems,
  sound,
  Fields,
} satisfies Editing<'poll', Editor, BallotProblems>;
