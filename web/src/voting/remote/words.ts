import type { ActivityState } from '../../protocol/messages.gen.ts';
import type { OrganiserBallot } from '../activity.ts';
import { figure } from '../../ui/figure.ts';

const words: Record<ActivityState, string> = {
  draft: 'Not opened yet',
  open: 'Voting is open',
  locked: 'Voting is locked',
  final: 'Finalised',
};

/** Closing: what was pressed before the lock may still arrive and count. */
export const stateWord = ({ state, closingMs }: Pick<OrganiserBallot, 'state' | 'closingMs'>): string =>
  closingMs ? 'Closing' : words[state];

/** Of those who were connected while it was open. */
export const votedLine = ({ tally, abstain }: Pick<OrganiserBallot, 'tally' | 'abstain'>): string =>
  `${figure(tally?.answers ?? 0)} of ${figure(tally?.connected ?? 0)} have ${abstain === null ? 'voted' : 'answered'}`;

/** How a poll stands, in the run order. */
export const ballotLine = (poll: OrganiserBallot): string =>
  `${stateWord(poll)}${poll.tally && poll.hasVotes ? ` · ${figure(poll.tally.answers)} voted` : ''}`;

/** Late and abstaining people, who are in no bar. */
export function asideLine({ tally, abstain }: Pick<OrganiserBallot, 'tally' | 'abstain'>): string {
  const parts = [];
  if (tally && abstain !== null && tally.abstained > 0) parts.push(`${figure(tally.abstained)} chose “${abstain}”.`);
  if (tally && tally.late > 0) parts.push(`${figure(tally.late)} came too late.`);
  return parts.join(' ');
}
