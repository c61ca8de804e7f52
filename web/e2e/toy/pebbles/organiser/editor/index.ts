import {
  ballotDraft,
  blankBallot,
  fromBallot,
  line,
  openedBallot,
  type BallotEditor,
} from '../../../../../src/voting/organiser/editor/model.ts';
import { ballotProblems, sound } from '../../../../../src/voting/organiser/editor/problems.ts';
import Fields from './Fields.svelte';

export default {
  kind: 'pebbles',
  blank: blankBallot,
  from: fromBallot,
  draft: ballotDraft,
  problems: ballotProblems,
  sound,
  opened: (editor: BallotEditor, votes: boolean) => ({
    kind: 'pebbles',
    ...openedBallot(ballotDraft(editor), votes ? [9, 4, 6] : [0, 0, 0], votes),
  }),
  text: ({ question }: BallotEditor) => ({ question: line(question) }),
  Fields,
};
