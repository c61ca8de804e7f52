import type { Reporting } from '../../../report/kinds.ts';
import { figure } from '../../../ui/figure.ts';
import Body from './Body.svelte';
import { asked, baseLine, finding, type QuestionsEntry } from './questions.ts';

const sum = (entries: QuestionsEntry[], of: (entry: QuestionsEntry) => number) =>
  entries.reduce((total, entry) => total + of(entry), 0);

export default {
  kind: 'qa',
  told: (entry) => asked(entry) > 0,
  title: () => 'Questions from the room',
  count: asked,
  base: baseLine,
  finding,
  Body,
  method: () =>
    'Each person counts once for a question they upvoted, also when it was merged with another that they upvoted, too.',
  keyNumbers(entries) {
    const all = sum(entries, asked);
    if (all === 0) return [];
    const answered = sum(entries, ({ totals }) => totals.answered);
    return [{ figure: figure(all), words: `${all === 1 ? 'question' : 'questions'}, ${figure(answered)} answered` }];
  },
} satisfies Reporting<QuestionsEntry>;
