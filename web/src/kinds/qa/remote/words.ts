import type { OrganiserQuestions } from '../../../protocol/messages.gen.ts';
import { figure } from '../../../ui/figure.ts';

/** How the Q&A stands. */
export function qaLine({ counts, asking, state }: Pick<OrganiserQuestions, 'counts' | 'asking' | 'state'>): string {
  if (counts.published + counts.live + counts.answered + counts.waiting === 0) {
    return state === 'open' && asking ? 'Nobody has asked anything yet.' : 'No new questions are taken.';
  }
  const parts = [
    `${figure(counts.published + counts.live)} to answer`,
    `${figure(counts.answered)} answered`,
    counts.waiting > 0 ? `${figure(counts.waiting)} waiting for a moderator` : '',
  ];
  const taken = state === 'open' && asking ? '' : 'No new questions are taken.';
  return [`${parts.filter(Boolean).join(' · ')}.`, taken].filter(Boolean).join(' ');
}
