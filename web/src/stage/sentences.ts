import type { Poll, Presence, Store, Tally } from '../protocol/messages.gen.ts';
import type { Status } from '../protocol/status.ts';
import { figure } from '../ui/figure.ts';
import { byResult, resultRows } from './rows.ts';

export const stateLine = (poll: Pick<Poll, 'state'>): string =>
  ({ draft: 'Voting opens soon', open: 'Voting is open', locked: 'Voting is locked', final: 'Voting is over' })[poll.state];

/** Whether this poll's bars may be drawn: voting has begun and the counts were sent. */
export const shown = (poll: Poll): boolean => poll.state !== 'draft' && poll.tally !== null && poll.tally.counts !== null;

/** Why there are no bars. */
export const hiddenLine = (poll: Poll): string =>
  poll.state === 'draft' ? 'Voting opens soon.' : 'Results are hidden until the presenter reveals them.';

/** `joined` may lag behind the votes by a moment: never say "5 of 4". */
export const present = (tally: Tally | null, { joined }: Presence): number => Math.max(joined, tally ? tally.voted + tally.abstained : 0);

/** While results are hidden the number holds who abstained as well: they answered, but did not vote for anything. */
export const verb = (poll: Pick<Poll, 'abstain' | 'tally'>): string =>
  poll.abstain !== null && poll.tally?.counts === null ? 'have answered' : 'have voted';

export function baseLine({ maxChoices, tally }: Pick<Poll, 'maxChoices' | 'tally'>): string {
  if (!tally || tally.voted === 0) return 'no votes yet';
  return maxChoices > 1 ? 'percentages of voters, who could choose several' : 'percentages of voters';
}

/** Abstainers are not in the base, so they are said apart. */
export const abstainLine = ({ abstain, tally }: Pick<Poll, 'abstain' | 'tally'>): string =>
  abstain !== null && tally !== null && tally.abstained > 0 ? `${figure(tally.abstained)} chose “${abstain}”` : '';

export const joinedLine = ({ joined }: Presence): string =>
  joined === 0 ? 'Nobody has joined yet' : joined === 1 ? '1 person has joined' : `${figure(joined)} people have joined`;

/** What is wrong, discreetly; empty when nothing is. `lost`: no connection for longer than a hiccup. */
export function troubleLine(lost: boolean, store: Store): string {
  if (lost) return 'Reconnecting. This is the last result.';
  return store === 'away' ? 'Counting is paused. This is the last result.' : '';
}

/** Instead of a stage, before anything can be shown. Empty at first: a blank screen for a moment is calmer than a word. */
export function emptyLine(status: Status, lost: boolean): string {
  if (status.kind === 'refused') return refusedLine(status.name, status.message);
  if (!lost) return '';
  return status.kind === 'offline' ? 'No connection yet. This screen keeps trying by itself.' : 'Connecting to the event.';
}

function refusedLine(name: string, message: string): string {
  if (name === 'refused') return 'This stage link does not work any more. Open the stage again from the organiser page.';
  return message;
}

/** The twin of the stage in words, for screen readers. With `final`, the whole result. */
export function summary(poll: Poll, presence: Presence, final: boolean): string {
  const { tally } = poll;
  const parts = [`${poll.question} ${stateLine(poll)}.`];
  if (tally && poll.state !== 'draft') parts.push(`${figure(tally.voted)} of ${figure(present(tally, presence))} ${verb(poll)}.`);
  if (poll.state === 'draft') return parts.join(' ');
  if (!shown(poll)) return [...parts, hiddenLine(poll)].join(' ');
  const rows = byResult(resultRows(poll, tally!)).filter((row) => (final ? true : row.leads));
  if (tally!.voted > 0) parts.push(`${final ? 'Result' : 'Leading'}: ${rows.map((row) => `${row.text} ${row.percent}, ${figure(row.count)}`).join('; ')}.`);
  const abstained = abstainLine(poll);
  return [...parts, abstained && `${abstained}.`].filter(Boolean).join(' ');
}
