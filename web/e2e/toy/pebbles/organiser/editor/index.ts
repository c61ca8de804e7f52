import { ballotDraft, blankBallot, fromBallot } from '../../../../../src/voting/organiser/editor/model.ts';
import { ballotProblems, sound } from '../../../../../src/voting/organiser/editor/problems.ts';
import Fields from './Fields.svelte';

export default {
  kind: 'pebbles',
  blank: blankBallot,
  from: fromBallot,
  draft: ballotDraft,
  problems: ballotProblems,
  sound,
  Fields,
};
