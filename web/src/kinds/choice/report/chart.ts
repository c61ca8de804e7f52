import { leaderMark } from '../../../voting/leading.ts';
import { byResult, type Row } from '../stage/rows.ts';
import { figure } from '../../../ui/figure.ts';
import { leaders, percentText } from '../../../voting/percent.ts';
import type { Bar } from '../../../voting/report/bars.ts';
import type { BallotEntry } from '../../../voting/report/entry.ts';

/** A poll in a report. */
export interface PollEntry extends BallotEntry {
  terms: { maxChoices: number };
  /** Counts are null while too few people answered. */
  options: { id: string; text: string; count: number | null }[];
}

function rows({ options, voted }: PollEntry): Row[] {
  const counts = options.map(({ count }) => count ?? 0);
  const first = leaders(counts);
  return options.map(({ id, text }, at) => {
    const count = counts[at]!;
    const share = voted > 0 ? Math.min(1, count / voted) : 0;
    return { id, text, count, share, percent: percentText(count, voted), leads: first.has(at) };
  });
}

/** Most chosen first. */
export const pollBars = (entry: PollEntry): Bar[] =>
  byResult(rows(entry)).map(({ text, share, percent, count, leads }) => ({
    text,
    place: null,
    share,
    value: percent,
    aside: figure(count),
    leads,
  }));

export const pollMark = (entry: PollEntry): string => leaderMark(rows(entry), entry.state !== 'open');
