import type { Command } from '../../protocol/commands.ts';
import { open } from '../../ui/lifecycle.ts';
import type { OrganiserBallot } from '../activity.ts';
import { ballotLine, stateWord } from './words.ts';

/** What the remote asks of a ballot of any kind (`View`). */
export const remoting = {
  name: (ballot: OrganiserBallot): string => ballot.question,
  line: ballotLine,
  spoken: (ballot: OrganiserBallot): string => `${ballot.question} ${stateWord(ballot)}.`,
  more: (ballot: OrganiserBallot): { says: string; command: Command } | null =>
    ballot.state === 'locked' ? { says: 'Reopen voting', command: open(ballot) } : null,
};
