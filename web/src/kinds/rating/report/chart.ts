import type { BallotEntry } from '../../../voting/report/entry.ts';
import type { RatingScale } from '../../../protocol/messages.gen.ts';
import { resultRows, type Row } from '../result.ts';

/** A rating in a report. */
export interface RatingEntry extends BallotEntry {
  terms: { scale: RatingScale; noOpinion: string | null };
  /** Numbers are null while too few people answered. */
  statements: { id: string; text: string; counts: (number | null)[]; noOpinion: number | null }[];
}

/** What it asked, as screens are told. */
export const askedOf = ({ question, statements, terms }: RatingEntry) => ({
  question,
  statements: statements.map(({ id, text }) => ({ id, text })),
  ...terms,
});

export const ratingRows = (entry: RatingEntry): Row[] =>
  resultRows(askedOf(entry), {
    counts: entry.statements.map(({ counts }) => counts.map((count) => count ?? 0)),
    noOpinion: entry.statements.map(({ noOpinion }) => noOpinion ?? 0),
  });
