import type { Ranking, Tally } from '../../protocol/messages.gen.ts';
import { figure } from '../../ui/figure.ts';
import { stepSentence, unpublished } from '../../voting/steps.ts';
import { winnerApart, type Row } from './result.ts';

type Asked = Pick<Ranking, 'options' | 'places'>;

const ORDINALS = [
  ...['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh'],
  ...['twelfth', 'thirteenth', 'fourteenth', 'fifteenth'],
];

/** `first` for 1: a ranking has 15 options at most. */
export const ordinal = (place: number): string => ORDINALS[place - 1]!;

/** "Rank all 5", "Rank your top 3", "Choose your first". */
export function rankWords({ options, places }: Asked): string {
  if (places === 1) return 'Choose your first';
  return places >= options.length ? `Rank all ${options.length}` : `Rank your top ${places}`;
}

/** The same, or nothing when the question says it itself. */
export function rankHint(ranking: Asked & Pick<Ranking, 'question'>): string {
  const words = rankWords(ranking);
  return ranking.question.toLowerCase().includes(words.toLowerCase()) ? '' : words;
}

/** What an option counts that somebody left out. */
export const ruleLine = ({ unranked }: Pick<Ranking, 'unranked'>): string =>
  unranked === 'mean' ? 'Not ranked counts as the mean of the places left' : 'Not ranked counts as 0 points';

/** What is counted beside the mean. */
export const FIRSTS = { verb: 'Placed first', of: 'those who ranked' };

/** What the score is, and of whom. */
export const scoreWords = ({ options }: Pick<Ranking, 'options'>): string =>
  `Mean score of voters, of ${options.length} points`;

/** How the points come about, and of whom the numbers are; what is not of all who answered is said first. */
export function baseSentence(
  ranking: Pick<Ranking, 'options' | 'unranked'>,
  tally: Pick<Tally, 'voted' | 'abstained' | 'answers' | 'complete'>,
): string {
  const step = stepSentence(tally);
  if (unpublished(tally)) return step;
  if (tally.voted === 0) return [step, 'Nobody has ranked yet.'].filter(Boolean).join(' ');
  const people = tally.voted === 1 ? 'the one person who ranked' : `the ${figure(tally.voted)} people who ranked`;
  const points = `First place is ${ranking.options.length} points, the last 1.`;
  return [step, `Means and shares of ${people}.`, points, `${ruleLine(ranking)}.`].filter(Boolean).join(' ');
}

/** The option that beats every other one to one, when the scores say another; else empty. */
export function winnerLine(rows: readonly Row[]): string {
  const winner = winnerApart(rows);
  if (!winner) return '';
  return `“${winner.text}” beats every other option one to one.`;
}

/** Why that is worth a word. */
export function winnerAside(rows: readonly Row[]): string {
  const winner = winnerApart(rows);
  if (!winner) return '';
  return winner.leads ? 'Its mean score is level with another.' : `Its mean score is ${ordinal(winner.place)}.`;
}

/** `Flexible working 4.3 of 6, placed first by 22% (57)` */
const rowWords = ({ text, score, peoplePercent, people }: Row, most: number): string =>
  `${text} ${score} of ${most}, placed first by ${peoplePercent} (${figure(people)})`;

/** The result in words: who leads while votes come in, everything with `final`. Of rows in the order of the result. */
export function resultWords(ranking: Pick<Ranking, 'unranked'>, rows: readonly Row[], final: boolean): string {
  const each = rows.filter((row) => final || row.leads).map((row) => rowWords(row, rows.length));
  const rule = final ? `${ruleLine(ranking)}.` : '';
  return [`${final ? 'Result' : 'Leading'}: ${each.join('; ')}.`, winnerLine(rows), winnerAside(rows), rule]
    .filter(Boolean)
    .join(' ');
}
