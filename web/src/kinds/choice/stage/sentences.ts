import type { Poll } from '../../../protocol/messages.gen.ts';
import { figure } from '../../../ui/figure.ts';
import * as ballot from '../../../voting/stage/sentences.ts';
import { byResult, resultRows } from './rows.ts';

/** What the percentages are of. */
export const baseLine = (poll: Pick<Poll, 'maxChoices' | 'tally' | 'smallGroup' | 'state'>): string =>
  ballot.baseLine(
    poll,
    poll.maxChoices > 1 ? 'Per cent of voters, who could choose several' : 'Percentages of those who voted',
  );

/** The twin of the stage in words, for screen readers. With `final`, the whole result. */
export const summary = (poll: Poll, final: boolean): string =>
  ballot.summary(poll, () => {
    const rows = byResult(resultRows(poll, poll.tally!)).filter((row) => (final ? true : row.leads));
    const each = rows.map((row) => `${row.text} ${row.percent}, ${figure(row.count)}`);
    return `${final ? 'Result' : 'Leading'}: ${each.join('; ')}.`;
  });
