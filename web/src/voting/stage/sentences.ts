import { figure } from '../../ui/figure.ts';
import type { BallotActivity } from '../activity.ts';
import { stepSentence, unpublished } from '../steps.ts';

/** Closing: what was pressed before the lock may still arrive and count. */
export const stateLine = (poll: Pick<BallotActivity, 'state' | 'closingMs'>): string =>
  poll.closingMs
    ? 'Closing'
    : { draft: 'Voting opens soon', open: 'Voting is open', locked: 'Voting is locked', final: 'Voting is over' }[
        poll.state
      ];

/** Whether this poll's bars may be drawn: voting has begun and the result was sent. */
export const shown = (poll: BallotActivity): boolean =>
  poll.state !== 'draft' && poll.tally !== null && poll.tally.result !== null;

/** Why there are no bars. */
export const hiddenLine = (poll: BallotActivity): string =>
  poll.state === 'draft' ? 'Voting opens soon.' : 'Results are hidden until the presenter reveals them.';

/** Who abstains has answered, but did not vote for anything. */
export const verb = (poll: Pick<BallotActivity, 'abstain'>): string =>
  poll.abstain === null ? 'have voted' : 'have answered';

/** What is said of the numbers: which answers they are of, or `of`; before there are any, when results appear. */
export function baseLine(
  { tally, smallGroup, state }: Pick<BallotActivity, 'tally' | 'smallGroup' | 'state'>,
  of: string,
): string {
  const step = tally && stepSentence(tally);
  if (step) return step.slice(0, -1);
  if (tally?.answers === 0 && state === 'open' && !smallGroup) return 'Results appear from the fifth answer';
  return !tally || tally.voted === 0 ? 'No votes yet' : of;
}

/** Abstainers are not in the base, so they are said apart. */
export const abstainLine = ({ abstain, tally }: Pick<BallotActivity, 'abstain' | 'tally'>): string =>
  abstain !== null && tally !== null && tally.abstained > 0 ? `${figure(tally.abstained)} chose “${abstain}”` : '';

/**
 * The twin of the stage in words, for screen readers.
 *
 * @param result of a kind; called when people voted and the result may be seen
 */
export function summary(poll: BallotActivity, result: () => string): string {
  const { tally } = poll;
  const parts = [`${poll.question} ${stateLine(poll)}.`];
  if (tally && poll.state !== 'draft') {
    parts.push(`${figure(tally.answers)} of ${figure(tally.connected)} ${verb(poll)}.`);
  }
  if (poll.state === 'draft') return parts.join(' ');
  if (!shown(poll)) return [...parts, hiddenLine(poll)].join(' ');
  if (unpublished(tally!)) return [...parts, stepSentence(tally!)].join(' ');
  if (tally!.voted > 0) parts.push(result());
  const abstained = abstainLine(poll);
  return [...parts, stepSentence(tally!), abstained && `${abstained}.`].filter(Boolean).join(' ');
}
