import type { Poll } from '../../../protocol/messages.gen.ts';
import { figure } from '../../../ui/figure.ts';
import { stepSentence, unpublished } from '../../../voting/steps.ts';
import { byResult, resultRows } from './rows.ts';

/** Closing: what was pressed before the lock may still arrive and count. */
export const stateLine = (poll: Pick<Poll, 'state' | 'closingMs'>): string =>
  poll.closingMs
    ? 'Closing'
    : { draft: 'Voting opens soon', open: 'Voting is open', locked: 'Voting is locked', final: 'Voting is over' }[
        poll.state
      ];

/** Whether this poll's bars may be drawn: voting has begun and the counts were sent. */
export const shown = (poll: Poll): boolean =>
  poll.state !== 'draft' && poll.tally !== null && poll.tally.counts !== null;

/** Why there are no bars. */
export const hiddenLine = (poll: Poll): string =>
  poll.state === 'draft' ? 'Voting opens soon.' : 'Results are hidden until the presenter reveals them.';

/** Who abstains has answered, but did not vote for anything. */
export const verb = (poll: Pick<Poll, 'abstain'>): string => (poll.abstain === null ? 'have voted' : 'have answered');

/** What the percentages are of; before there are any, when results appear. */
export function baseLine({
  maxChoices,
  tally,
  smallGroup,
  state,
}: Pick<Poll, 'maxChoices' | 'tally' | 'smallGroup' | 'state'>): string {
  const step = tally && stepSentence(tally);
  if (step) return step.slice(0, -1);
  if (tally?.answers === 0 && state === 'open' && !smallGroup) return 'Results appear from the fifth answer';
  if (!tally || tally.voted === 0) return 'no votes yet';
  return maxChoices > 1 ? 'percentages of voters, who could choose several' : 'percentages of voters';
}

/** Abstainers are not in the base, so they are said apart. */
export const abstainLine = ({ abstain, tally }: Pick<Poll, 'abstain' | 'tally'>): string =>
  abstain !== null && tally !== null && tally.abstained > 0 ? `${figure(tally.abstained)} chose “${abstain}”` : '';

/** The twin of the stage in words, for screen readers. With `final`, the whole result. */
export function summary(poll: Poll, final: boolean): string {
  const { tally } = poll;
  const parts = [`${poll.question} ${stateLine(poll)}.`];
  if (tally && poll.state !== 'draft') {
    parts.push(`${figure(tally.answers)} of ${figure(tally.connected)} ${verb(poll)}.`);
  }
  if (poll.state === 'draft') return parts.join(' ');
  if (!shown(poll)) return [...parts, hiddenLine(poll)].join(' ');
  if (unpublished(tally!)) return [...parts, stepSentence(tally!)].join(' ');
  const rows = byResult(resultRows(poll, tally!)).filter((row) => (final ? true : row.leads));
  if (tally!.voted > 0) {
    const each = rows.map((row) => `${row.text} ${row.percent}, ${figure(row.count)}`);
    parts.push(`${final ? 'Result' : 'Leading'}: ${each.join('; ')}.`);
  }
  const abstained = abstainLine(poll);
  return [...parts, stepSentence(tally!), abstained && `${abstained}.`].filter(Boolean).join(' ');
}
