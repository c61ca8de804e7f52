import type { Words } from '../../../protocol/messages.gen.ts';
import { figure } from '../../../ui/figure.ts';
import * as ballot from '../../../voting/stage/sentences.ts';
import { unpublished } from '../../../voting/steps.ts';
import { termRows } from '../result.ts';
import { entryRule, moreWords, resultWords } from '../sentences.ts';

/** Under the result: which answers it is of when that is not all, and what it shows of them. */
export function baseLine(words: Words, { list, left, held }: { list: boolean; left: number; held: boolean }): string {
  const people = words.tally?.voted === 1 ? 'the one who answered' : 'those who answered';
  const of = list ? `Percentages of ${people}` : 'Sized by how many wrote it';
  const said = [ballot.baseLine(words, of), moreWords(left), held ? 'Stands still' : ''];
  return said.filter(Boolean).join(' · ');
}

/** What stands in the middle while there is no word to be seen: how many answered, and how to. */
export function emptyWords(words: Words): { figure: string; says: string; how: string } {
  const { tally, state } = words;
  const answers = tally?.answers ?? 0;
  const open = state === 'open';
  const shown = ballot.shown(words) && !unpublished(tally!) && tally!.voted > 0;
  const how = shown
    ? tally!.result!.held > 0
      ? 'What they wrote is being read.'
      : 'No words are shown.'
    : open
      ? entryRule(words)
      : '';
  return {
    figure: state === 'draft' || answers === 0 ? '' : figure(answers),
    says:
      state === 'draft'
        ? 'Answer in words of your own'
        : answers === 0
          ? open
            ? 'Write the first answer'
            : 'Nobody answered'
          : answers === 1
            ? 'person has answered'
            : 'people have answered',
    how: state === 'draft' ? entryRule(words) : how,
  };
}

/** The twin of the stage in words, for screen readers. With `final`, more of the result. */
export const summary = (words: Words, final: boolean): string =>
  ballot.summary(words, () => resultWords(termRows(words.tally), words.tally!, final));
