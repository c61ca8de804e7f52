import type { Command } from '../../../protocol/commands.ts';
import type { OrganiserQuestions, QuestionItem } from '../../../protocol/messages.gen.ts';

/** So many questions a presenter can look through between two answers. */
const MOST = 10;

/** What may be answered next, as it stands in the list. */
export const topOf = (items: readonly QuestionItem[], live: number | null): QuestionItem[] =>
  items.filter(({ n, state }) => state === 'published' && n !== live).slice(0, MOST);

type Qa = Pick<OrganiserQuestions, 'id' | 'live'>;

/**
 * The big button: the live question was answered, and the first of the others is next. Null: there is nothing to do.
 */
export function answerNext(
  { id, live }: Qa,
  top: readonly QuestionItem[],
): { says: string; commands: Command[] } | null {
  const [first] = top;
  const commands: Command[] = [];
  if (live) commands.push({ type: 'answeredQuestion', activity: id, n: live.n });
  if (first) commands.push({ type: 'highlightQuestion', activity: id, n: first.n, live: null });
  if (commands.length === 0) return null;
  return { says: !live ? 'Answer the first question' : first ? 'Answered, next' : 'Answered', commands };
}

/** This one is answered now; the one before goes back to the list. */
export const pickOne = ({ id, live }: Qa, n: number): Command[] => [
  { type: 'highlightQuestion', activity: id, n, live: live?.n ?? null },
];

export const backToList = ({ id, live }: Qa): Command[] => [
  { type: 'highlightQuestion', activity: id, n: null, live: live?.n ?? null },
];
