import type { ActivityState, Results } from '../../protocol/messages.gen.ts';
import type { OrganiserBallot } from '../activity.ts';
import { figure } from '../../ui/figure.ts';

const words: Record<ActivityState, string> = {
  draft: 'Not opened yet',
  open: 'Open for voting',
  locked: 'Voting locked',
  final: 'Finalised',
};

/** Closing: what was pressed before the lock may still arrive and count. */
export const stateWord = ({ state, closingMs }: Pick<OrganiserBallot, 'state' | 'closingMs'>): string =>
  closingMs ? 'Closing' : words[state];

/** What the run order says of a poll. */
export const ballotMark = ({
  state,
  closingMs,
}: Pick<OrganiserBallot, 'state' | 'closingMs'>): { text: string; tone: 'open' | 'locked' } | null =>
  closingMs
    ? { text: 'Closing', tone: 'locked' }
    : (
        {
          draft: null,
          open: { text: 'Open', tone: 'open' },
          locked: { text: 'Locked', tone: 'locked' },
          final: { text: 'Finalised', tone: 'locked' },
        } as const
      )[state];

/** Who sees the counts, besides organisers. */
export const seenBy: Record<Results, string> = {
  hidden: 'Only organisers see these results.',
  stage: 'The stage shows these results, phones do not.',
  everyone: 'The stage and every phone show these results.',
};

/** The same in a few words. */
export const seenShort: Record<Results, string> = {
  hidden: 'Result hidden',
  stage: 'Result on stage, not on phones',
  everyone: 'Result on stage and phones',
};

/** How many did what, of those who were connected while it was open. */
export function numbers(poll: OrganiserBallot): { value: number | null; words: string }[] {
  const { answers = 0, abstained = 0, connected = 0 } = poll.tally ?? {};
  const ran = poll.state !== 'draft';
  const said = (value: number) => (ran ? value : null);
  const did = poll.abstain === null ? 'voted' : 'answered';
  return [
    { value: said(answers), words: ran ? `${did}, of ${figure(connected)} connected` : did },
    { value: said(Math.max(0, connected - answers)), words: 'not yet' },
    { value: said(abstained), words: 'abstained' },
  ];
}

/** Where that is not what was chosen for the poll. */
export const startsWith: Record<Results, string> = {
  hidden: 'After a reset, and in a copy, only organisers see them again, as chosen for this poll.',
  stage: 'After a reset, and in a copy, the stage shows them again, as chosen for this poll.',
  everyone: 'After a reset, and in a copy, everyone sees them again, as chosen for this poll.',
};

export const votes = (n: number): string => (n === 1 ? '1 vote' : `${figure(n)} votes`);

/** People whose vote is counted, abstainers included. */
export const ballots = (poll: Pick<OrganiserBallot, 'tally'>): number => poll.tally?.answers ?? 0;

/** The state of a poll and how many did what, for screen readers. */
export function liveText(poll: OrganiserBallot): string {
  const { answers = 0, abstained = 0, connected = 0 } = poll.tally ?? {};
  const also = abstained > 0 ? `, ${figure(abstained)} of those in the result abstained` : '';
  const did = poll.abstain === null ? 'voted' : 'answered';
  return `${stateWord(poll)}. ${figure(answers)} of ${figure(connected)} ${did}${also}.`;
}
