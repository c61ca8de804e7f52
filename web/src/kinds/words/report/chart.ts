import type { Bar } from '../../../voting/report/bars.ts';
import type { BallotEntry } from '../../../voting/report/entry.ts';
import { termRows, type Row } from '../result.ts';

/** A word cloud in a report. */
export interface WordsEntry extends BallotEntry {
  /** Most counted first; numbers are null while too few people answered. */
  words: { word: string; text: string; count: number | null }[];
  /** Terms that the room did not see. */
  unshown: { count: number | null; waits: boolean }[];
}

export const wordRows = ({ words, voted }: WordsEntry): Row[] =>
  termRows({
    voted,
    result: { terms: words.map(({ word, text, count }) => ({ id: word, text, count: count ?? 0 })) },
  });

export const wordBars = (rows: readonly Row[]): Bar[] =>
  rows.map(({ text, place, share, percent, count, leads }) => ({
    text,
    place,
    share,
    value: percent,
    aside: String(count),
    leads,
  }));

/** "2 words were hidden, 1 waits for a moderator."; empty when everything is shown. */
export function unshownWords({ unshown = [] }: Partial<WordsEntry>): string {
  const waits = unshown.filter((term) => term.waits).length;
  const hidden = unshown.length - waits;
  const said = [
    hidden > 0 ? `${hidden} ${hidden === 1 ? 'word was' : 'words were'} hidden by moderators` : '',
    waits > 0 ? `${waits} ${waits === 1 ? 'waits' : 'wait'} for one` : '',
  ].filter(Boolean);
  return said.length > 0 ? `${said.join(', ')}.` : '';
}
