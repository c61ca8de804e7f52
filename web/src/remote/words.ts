import { refusedWords } from '../ui/refused.ts';
import type { OrganiserPoll, OrganiserQuestions, PollState } from '../protocol/messages.gen.ts';
import type { Status } from '../protocol/status.ts';
import { figure } from '../ui/figure.ts';

const words: Record<PollState, string> = {
  draft: 'Not opened yet',
  open: 'Voting is open',
  locked: 'Voting is locked',
  final: 'Finalised',
};

/** Closing: what was pressed before the lock may still arrive and count. */
export const stateWord = ({ state, closingMs }: Pick<OrganiserPoll, 'state' | 'closingMs'>): string =>
  closingMs ? 'Closing' : words[state];

/** Of those who were connected while it was open. */
export const votedLine = ({ tally, abstain }: Pick<OrganiserPoll, 'tally' | 'abstain'>): string =>
  `${figure(tally?.answers ?? 0)} of ${figure(tally?.connected ?? 0)} have ${abstain === null ? 'voted' : 'answered'}`;

/** How a poll stands, in the run order. */
export const pollLine = (poll: OrganiserPoll): string =>
  `${stateWord(poll)}${poll.tally && poll.hasVotes ? ` · ${figure(poll.tally.answers)} voted` : ''}`;

/** How the Q&A stands. */
export function qaLine({ counts, asking, state }: Pick<OrganiserQuestions, 'counts' | 'asking' | 'state'>): string {
  if (counts.published + counts.live + counts.answered + counts.waiting === 0) {
    return state === 'open' && asking ? 'Nobody has asked anything yet.' : 'No new questions are taken.';
  }
  const parts = [
    `${figure(counts.published + counts.live)} to answer`,
    `${figure(counts.answered)} answered`,
    counts.waiting > 0 ? `${figure(counts.waiting)} waiting for a moderator` : '',
  ];
  const taken = state === 'open' && asking ? '' : 'No new questions are taken.';
  return [`${parts.filter(Boolean).join(' · ')}.`, taken].filter(Boolean).join(' ');
}

/** Late and abstaining people, who are in no bar. */
export function asideLine({ tally, abstain }: Pick<OrganiserPoll, 'tally' | 'abstain'>): string {
  const parts = [];
  if (tally && abstain !== null && tally.abstained > 0) parts.push(`${figure(tally.abstained)} chose “${abstain}”.`);
  if (tally && tally.late > 0) parts.push(`${figure(tally.late)} came too late.`);
  return parts.join(' ');
}

/** Why the buttons do not work now; empty when they do. */
export function blocked(status: Status): string {
  switch (status.kind) {
    case 'live':
      return '';
    case 'connecting':
      return 'Connecting. The buttons work in a moment.';
    case 'offline':
      return 'No connection. The buttons work again when it is back; voting goes on without this phone.';
    case 'refused':
      return status.name === 'refused'
        ? 'This remote link does not work any more. Ask for a new one on the organiser page.'
        : refusedWords(status);
  }
}
