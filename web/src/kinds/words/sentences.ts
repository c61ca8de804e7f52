import type { Tally, Words, WordsTally } from '../../protocol/messages.gen.ts';
import { figure } from '../../ui/figure.ts';
import { stepSentence, unpublished } from '../../voting/steps.ts';
import { moreThan, type Row } from './result.ts';

type Asked = Pick<Words, 'entries' | 'length'>;

/** "Up to 3 answers, each 1 to 3 words and at most 25 characters." */
export const entryRule = ({ entries, length }: Asked): string =>
  `${entries === 1 ? 'One answer,' : `Up to ${entries} answers, each`} 1 to 3 words and at most ${length} characters.`;

/** How to take part, on stage. */
export const stageHint = ({ entries }: Pick<Words, 'entries'>): string =>
  entries === 1 ? 'A word or two' : `Up to ${entries} answers of a word or two`;

const terms = (n: number, one: string, many: string): string => `${figure(n)} ${n === 1 ? one : many}`;

/** "and 12 more"; empty when none are. */
export const moreWords = (more: number): string => (more > 0 ? `and ${figure(more)} more` : '');

/** What moderators still have to do, and did: said where only they and organisers read. */
export function moderationWords({ result }: Pick<WordsTally, 'result'>): string {
  if (!result) return '';
  const said = [
    result.held > 0 ? terms(result.held, 'waits for a moderator', 'wait for a moderator') : '',
    result.hidden > 0 ? `${figure(result.hidden)} hidden` : '',
  ];
  return said.filter(Boolean).join(', ');
}

/** What the numbers are of; what is not of all who answered is said first. */
export function baseSentence(
  tally: Pick<Tally, 'voted' | 'abstained' | 'answers' | 'complete'>,
  abstain: string | null,
): string {
  const step = stepSentence(tally);
  if (unpublished(tally)) return step;
  const people = tally.voted === 1 ? 'the one person who answered' : `the ${figure(tally.voted)} people who answered`;
  const of = tally.voted === 0 ? 'Nobody has answered yet.' : `Percentages of ${people}; each counts once for a word.`;
  const abstained = abstain !== null && tally.abstained > 0 ? `${abstain}: ${figure(tally.abstained)}.` : '';
  return [step, of, abstained].filter(Boolean).join(' ');
}

/** "childcare 12% (38)" */
export const rowWords = ({ text, percent, count }: Row): string => `${text} ${percent} (${figure(count)})`;

/** The result in words: what most people wrote, some more of it with `final`. */
export function resultWords(rows: readonly Row[], tally: Pick<WordsTally, 'result'>, final: boolean): string {
  const named = final ? 10 : 3;
  const first = rows.slice(0, named);
  if (first.length === 0) {
    return tally.result && tally.result.held > 0 ? 'What people wrote waits for a moderator.' : 'No words are shown.';
  }
  const more = moreWords(moreThan(tally, first.length));
  return `${final ? 'Result' : 'Most written'}: ${[...first.map(rowWords), more].filter(Boolean).join('; ')}.`;
}
