import type { Entry } from '../../report/report.ts';
import { figure } from '../../ui/figure.ts';

/** What a report says of everything on which people have a ballot (HTTP.md, "Report"). */
export interface BallotEntry extends Entry {
  question: string;
  state: 'draft' | 'open' | 'locked' | 'final';
  connected: number;
  voted: number;
  abstained: number;
  notShown: number;
  rejected: number;
  abstainLabel: string | null;
  complete: boolean;
  note: string | null;
  receipts: number | null;
}

export const asked = ({ state }: BallotEntry): boolean => state !== 'draft';

export const answered = ({ voted, abstained, notShown }: BallotEntry): number => voted + abstained + notShown;

/** Whether there is a result to draw: somebody's answer is published. */
export const published = ({ voted, abstained }: BallotEntry): boolean => voted + abstained > 0;

/** "1,034 of 1,061 voted" */
export function baseLine(entry: BallotEntry, verb: string): string {
  const of = `${figure(answered(entry))} of ${figure(entry.connected)}`;
  return entry.abstained > 0 ? `${of} answered, ${figure(entry.voted)} ${verb}` : `${of} ${verb}`;
}

/** What is to be said beside the numbers: that it still goes on, who abstained, who came too late. */
export function asideLines(entry: BallotEntry): string[] {
  const { state, note, abstained, abstainLabel, rejected } = entry;
  const late = rejected === 1 ? 'One vote came too late.' : `${figure(rejected)} votes came too late.`;
  return [
    state === 'open' ? 'Voting is open: this is not the last word.' : '',
    note ?? '',
    abstained > 0 && abstainLabel !== null ? `“${abstainLabel}”: ${figure(abstained)}.` : '',
    rejected > 0 ? late : '',
  ].filter(Boolean);
}
