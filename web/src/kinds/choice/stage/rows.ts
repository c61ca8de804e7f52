import type { Poll, PollTally } from '../../../protocol/messages.gen.ts';
import { leaders, percentText } from '../../../voting/percent.ts';

export interface Row {
  id: string;
  text: string;
  count: number;
  /** Of those who voted, 0 to 1. */
  share: number;
  percent: string;
  /** Most chosen, alone or level with others. */
  leads: boolean;
}

/** One row per option, in the organiser's order. */
export function resultRows(poll: Pick<Poll, 'options'>, tally: Pick<PollTally, 'result' | 'voted'>): Row[] {
  const counts = tally.result ?? [];
  const first = leaders(counts);
  return poll.options.map(({ id, text }, index) => {
    const count = counts[index] ?? 0;
    const share = tally.voted > 0 ? Math.min(1, count / tally.voted) : 0;
    return { id, text, count, share, percent: percentText(count, tally.voted), leads: first.has(index) };
  });
}

/** Most chosen first; level options keep the organiser's order. */
export const byResult = (rows: readonly Row[]): Row[] => [...rows].sort((a, b) => b.count - a.count);
