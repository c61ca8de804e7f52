import type { Entry } from '../../../report/report.ts';
import { own, type Sentence } from '../../../report/report.ts';
import { figure } from '../../../ui/figure.ts';

/** Questions of a room in a report. */
export interface QuestionsEntry extends Entry {
  /** Of whoever has the link only those that the room sees. */
  totals: { received?: number; approved: number; answered: number; merged?: number; declined?: number };
  /** How many were declined for which reason; only for organisers. */
  declined?: Record<string, number>;
  items: Item[];
  /** How many more the room sees. */
  left: number;
}

export interface Item {
  number: number;
  text: string;
  name: string | null;
  state: 'published' | 'live' | 'answered';
  upvotes: number;
  /** In words. */
  answer: string | null;
}

const REASONS: Record<string, string> = {
  offTopic: 'off topic',
  abusive: 'abusive',
  namesSomebody: 'named somebody',
  duplicate: 'duplicates',
  notAQuestion: 'no questions',
  other: 'for another reason',
};

const many = (n: number, noun: string): string => `${figure(n)} ${noun}${n === 1 ? '' : 's'}`;

/** How many there were: those that were asked, or, for who is not told, those that the room saw. */
export const asked = ({ totals }: QuestionsEntry): number => totals.received ?? totals.approved;

export function baseLine(entry: QuestionsEntry): string {
  const { totals } = entry;
  return totals.received === undefined
    ? `${many(totals.approved, 'question')}, ${figure(totals.answered)} answered`
    : `${figure(totals.received)} asked, ${figure(totals.approved)} approved, ${figure(totals.answered)} answered`;
}

/** The most upvoted, and how many were answered. */
export function finding(entry: QuestionsEntry): Sentence | null {
  const [top] = entry.items;
  const answered = `${figure(entry.totals.answered)} of ${many(asked(entry), 'question')} ${
    entry.totals.answered === 1 ? 'was' : 'were'
  } answered`;
  if (!top || top.upvotes === 0) return [`${answered}.`];
  return [`${answered}. The most upvoted, by ${figure(top.upvotes)}: `, own(top.text)];
}

/** What became of those that are not in the list. */
export function restLine({ totals, declined = {}, left }: QuestionsEntry): string {
  const reasons = Object.entries(declined).map(([reason, n]) => `${figure(n)} ${REASONS[reason] ?? reason}`);
  const parts = [
    left > 0 ? `${many(left, 'further question')} with fewer upvotes ${left === 1 ? 'is' : 'are'} in the files.` : '',
    totals.merged ? `${figure(totals.merged)} ${totals.merged === 1 ? 'was' : 'were'} merged into another.` : '',
    totals.declined
      ? `${figure(totals.declined)} ${totals.declined === 1 ? 'was' : 'were'} declined (${reasons.join(', ')}).`
      : '',
  ];
  return parts.filter(Boolean).join(' ');
}

/** What is said below a question. */
export const answerWords = ({ state, answer }: Item): string =>
  answer !== null ? answer : state === 'answered' ? 'Answered aloud' : state === 'live' ? 'Being answered' : '';
