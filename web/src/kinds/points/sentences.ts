import type { PointsPoll, Tally } from '../../protocol/messages.gen.ts';
import { figure } from '../../ui/figure.ts';
import type { MeanRow } from '../../voting/means.ts';
import { stepSentence, unpublished } from '../../voting/steps.ts';

type Asked = Pick<PointsPoll, 'total' | 'step'>;

/** `100 points` */
export const pointsOf = (n: number): string => (n === 1 ? '1 point' : `${figure(n)} points`);

/** `in steps of 5`; empty where every whole number is one. */
export const stepWords = ({ step }: Pick<Asked, 'step'>): string => (step === 1 ? '' : `in steps of ${step}`);

/** "Share 100 points" */
export const shareWords = ({ total }: Pick<Asked, 'total'>): string =>
  total === 1 ? 'Give 1 point' : `Share ${pointsOf(total)}`;

/** The same, or nothing when the question says it itself. */
export function shareHint(poll: Pick<PointsPoll, 'total' | 'question'>): string {
  const words = shareWords(poll);
  return poll.question.toLowerCase().includes(words.toLowerCase()) ? '' : words;
}

/** What the mean is, and of whom. */
export const meanWords = ({ total }: Pick<Asked, 'total'>): string => `Mean of voters, of ${pointsOf(total)}`;

/** What is counted beside the mean. */
export const GIVERS = { verb: 'Given any', of: 'those who voted' };

/** Of whom the numbers are; what is not of all who answered is said first. */
export function baseSentence(
  { total }: Pick<Asked, 'total'>,
  tally: Pick<Tally, 'voted' | 'abstained' | 'answers' | 'complete'>,
): string {
  const step = stepSentence(tally);
  if (unpublished(tally)) return step;
  if (tally.voted === 0) return [step, 'Nobody has voted yet.'].filter(Boolean).join(' ');
  const people = tally.voted === 1 ? 'the one person who voted' : `the ${figure(tally.voted)} people who voted`;
  return [step, `Means and shares of ${people}, each with ${pointsOf(total)}.`].filter(Boolean).join(' ');
}

/** `Pay 32.5, given any by 84% (252)` */
const rowWords = ({ text, score, peoplePercent, people }: MeanRow): string =>
  `${text} ${score}, given any by ${peoplePercent} (${figure(people)})`;

/** The result in words: who leads while votes come in, everything with `final`. Of rows in the order of the result. */
export function resultWords({ total }: Pick<Asked, 'total'>, rows: readonly MeanRow[], final: boolean): string {
  const each = rows.filter((row) => final || row.leads).map(rowWords);
  return `${final ? 'Result' : 'Leading'}, mean of ${pointsOf(total)}: ${each.join('; ')}.`;
}
