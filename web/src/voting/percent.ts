import type { Tally } from '../protocol/messages.gen.ts';
import { figure } from '../ui/figure.ts';

/** Share of the base as a whole number of percent, rounded half up; 0 when the base is 0. */
export function percent(count: number, base: number): number {
  return base > 0 ? Math.floor((count * 200 + base) / (2 * base)) : 0;
}

/** `42%`. Never claims nobody or everybody when that is only the rounding: `<1%`, `>99%`. */
export function percentText(count: number, base: number): string {
  const rounded = percent(count, base);
  if (rounded === 0 && count > 0) return '<1%';
  if (rounded === 100 && count < base) return '>99%';
  return `${rounded}%`;
}

/** `42% (118)` */
export const shareText = (count: number, base: number): string => `${percentText(count, base)} (${figure(count)})`;

/** Places of the most chosen options; several when they are level, none before the first vote. */
export function leaders(counts: readonly number[]): Set<number> {
  const most = Math.max(0, ...counts);
  return new Set(most === 0 ? [] : counts.flatMap((count, index) => (count === most ? [index] : [])));
}

/** What the percentages are of, said in a sentence. */
export function baseSentence(tally: Pick<Tally, 'voted' | 'abstained'>, maxChoices: number): string {
  if (tally.voted === 0) return 'No votes yet.';
  const people = tally.voted === 1 ? 'the one person who voted' : `the ${figure(tally.voted)} people who voted`;
  const several = maxChoices > 1 ? ', several choices each' : '';
  return `Percentages of ${people}${several}.`;
}
