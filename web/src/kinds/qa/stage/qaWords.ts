import type { QuestionItem, StageQuestions } from '../../../protocol/messages.gen.ts';
import { figure } from '../../../ui/figure.ts';
import { openWords } from '../inTheOpen.ts';

export const nameOf = ({ name }: QuestionItem): string => name ?? 'Anonymous';

export const upvotes = (up: number): string => (up === 1 ? '1 upvote' : `${figure(up)} upvotes`);

/** `12 questions · 4 answered` */
export function totalLine({ totals: { published, answered } }: StageQuestions): string {
  const all = published + answered;
  if (all === 0) return 'no questions yet';
  const questions = all === 1 ? '1 question' : `${figure(all)} questions`;
  return answered > 0 ? `${questions} · ${figure(answered)} answered` : questions;
}

/** How moderation went, where the organiser shows it; empty elsewhere. */
export const openLine = ({ open }: StageQuestions): string => (open ? openWords(open) : '');

/** Whether people may ask now. */
export const askLine = ({ state, asking }: StageQuestions): string =>
  state !== 'open'
    ? 'Questions are closed'
    : asking
      ? 'Ask yours on your phone'
      : 'No new questions now, upvoting goes on';

/** The twin of the stage in words, for screen readers. Upvotes are not read out: they never rest. */
export function qaSummary(qa: StageQuestions): string {
  if (qa.live) return `Being answered now: ${qa.live.text} ${nameOf(qa.live)}.`;
  const [first] = qa.next;
  return first
    ? `Questions from the room. First: ${first.text}`
    : `Questions from the room: ${totalLine(qa)}. ${askLine(qa)}.`;
}
