import { answered, showQuestions } from './answering.ts';
import type { Steering } from '../../ui/stageControls.ts';

export default {
  kind: 'qa',
  startStop({ id, rev, state, asking, check }) {
    if (state !== 'open') return { hint: 'The questions are closed. Open them on the organiser page.' };
    return { command: { type: 'setAsking', activity: id, rev, asking: !asking, check } };
  },
  results: () => ({ hint: 'Questions have no results to show or hide.' }),
  through: () => null, // has a page of its own
  uncover: 'Show the questions',
  moves: { questions: showQuestions, answered },
  stands: () => 'Questions',
} satisfies Steering<'qa'>;
