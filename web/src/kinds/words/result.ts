import type { WordsTally, WordsTerm } from '../../protocol/messages.gen.ts';
import { leaders, percentText } from '../../voting/percent.ts';

export interface Row extends WordsTerm {
  /** From 1; terms of as many people share one. */
  place: number;
  /** Of those who answered, 0 to 1. */
  share: number;
  percent: string;
  /** Is of the most people, alone or level with others. */
  leads: boolean;
}

type Counted = Pick<WordsTally, 'voted'> & { result: Pick<NonNullable<WordsTally['result']>, 'terms'> | null };

/** Most counted first, as they are told. */
export function termRows(tally: Counted | null): Row[] {
  const terms = tally?.result?.terms ?? [];
  const voted = tally?.voted ?? 0;
  const first = leaders(terms.map(({ count }) => count));
  let place = 1;
  return terms.map((term, at) => {
    if (at > 0 && terms[at - 1]!.count > term.count) place = at + 1;
    return {
      ...term,
      place,
      share: voted > 0 ? Math.min(1, term.count / voted) : 0,
      percent: percentText(term.count, voted),
      leads: first.has(at),
    };
  });
}

/** Terms that are shown and stand in no list of so many. */
export const moreThan = (tally: Pick<WordsTally, 'result'> | null, listed: number): number =>
  tally?.result ? tally.result.more + Math.max(0, tally.result.terms.length - listed) : 0;

/** What two entries have in common that are one term, roughly: enough to find one's own in a list. */
export const likeness = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\s'’-]/gu, '')
    .replace(/^[^\p{L}\p{N}\p{S}]+|[^\p{L}\p{N}\p{S}]+$/gu, '');
