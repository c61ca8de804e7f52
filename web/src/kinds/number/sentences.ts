import type { NumberPoll, Tally } from '../../protocol/messages.gen.ts';
import { figure } from '../../ui/figure.ts';
import { stepSentence, unpublished } from '../../voting/steps.ts';
import { measured, said } from './decimal.ts';
import type { Asked, Summary } from './result.ts';

/** So many ranges are named; more are only counted. */
const NAMED = 3;

/** `0 to 100 years` */
export const rangeWords = ({ min, max, unit }: Pick<Asked, 'min' | 'max' | 'unit'>): string =>
  measured(`${said(min)} to ${said(max)}`, unit);

/** `in steps of 0.5`; empty where every whole number is one. */
export const stepWords = ({ min, step }: Pick<Asked, 'min' | 'step'>): string =>
  step === '1' && !min.includes('.') ? '' : `in steps of ${said(step)}`;

/** How to answer: `Give a number from 0 to 100 years` */
export const giveWords = (poll: Asked): string =>
  [`Give a number from ${rangeWords(poll)}`, stepWords(poll)].filter(Boolean).join(', ');

/** `12 years`; with `about` where it is made of the middles of bins. */
export function medianWords({ quartiles, exact }: Summary, { unit }: Pick<Asked, 'unit'>): string {
  return quartiles === null ? '' : `${exact ? '' : 'about '}${measured(quartiles[1].text, unit)}`;
}

/** `middle half 8 to 20`: from the lower quartile to the upper one; `all in the middle at 12` where they are one. */
export function halfWords({ quartiles, exact }: Summary): string {
  if (quartiles === null) return '';
  const [{ text: low }, , { text: high }] = quartiles;
  const about = exact ? '' : 'about ';
  return low === high ? `middle half at ${about}${low}` : `middle half ${about}${low} to ${high}`;
}

/** `Most answers: 10 to 14 years, 31% (12)` */
export function mostWords({ bars }: Summary, { unit }: Pick<Asked, 'unit'>): string {
  const most = bars.filter((bar) => bar.most);
  const first = most[0];
  if (!first) return '';
  const many = `${first.percent} (${figure(first.count)})${most.length > 1 ? ' each' : ''}`;
  if (most.length > NAMED) return `Most answers: ${figure(most.length)} bars level, ${many}`;
  const texts = most.map(({ text }) => text);
  const names = [texts.slice(0, -1).join(', '), texts.at(-1)!].filter(Boolean).join(' and ');
  return `Most answers: ${measured(names, unit)}, ${many}`;
}

/** `Right value: 42 years`; empty when there is none, or nobody may know yet. */
export const rightWords = ({ right }: Summary, { unit }: Pick<Asked, 'unit'>): string =>
  right === null ? '' : `Right value: ${measured(right.text, unit)}`;

/** Of whom the numbers are; what is not of all who answered is said first. */
export function baseSentence(tally: Pick<Tally, 'voted' | 'abstained' | 'answers' | 'complete'>): string {
  const step = stepSentence(tally);
  if (unpublished(tally)) return step;
  if (tally.voted === 0) return [step, 'Nobody has voted yet.'].filter(Boolean).join(' ');
  const people = tally.voted === 1 ? 'the one person who voted' : `the ${figure(tally.voted)} people who voted`;
  return [step, `Numbers of ${people}.`].filter(Boolean).join(' ');
}

/** The result in words; with `final` as the last word. */
export function resultWords(summary: Summary, poll: Pick<NumberPoll, 'unit'>, final: boolean): string {
  const parts = [halfWords(summary), mostWords(summary, poll), rightWords(summary, poll)].filter(Boolean);
  const median = `${final ? 'Result: median' : 'Median so far'} ${medianWords(summary, poll)}`;
  return `${[median, parts[0]].filter(Boolean).join(', ')}. ${parts
    .slice(1)
    .map((part) => `${part}.`)
    .join(' ')}`.trim();
}
