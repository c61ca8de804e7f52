import type { Editing } from '../../../../organiser/event/editor/editing.ts';
import { ballotProblems, sound, type BallotProblems } from '../../../../voting/organiser/editor/problems.ts';
import Fields from './Fields.svelte';
import { blank, fromRanking, toDraft, type Editor } from './model.ts';

export default {
  kind: 'ranking',
  blank,
  from: fromRanking,
  draft: toDraft,
  problems: ballotProblems,
  sound,
  Fields,
} satisfies Editing<'ranking', Editor, BallotProblems>;
