import type { ActivityDraft, DraftKind } from '../../../../protocol/messages.gen.ts';
import { saidAlike, type Editing } from '../../editor/editing.ts';
import type { Entry } from './list.ts';

/** A kind that can be made, with the words it goes by in a list. */
export interface Makeable {
  kind: DraftKind;
  noun: string;
  title: string;
  /** Further words, in lower case. */
  also: readonly string[];
  editing: Editing;
  /** Why none can be made now; null when one can. */
  off: string | null;
}

/** What is made of an entry, with what its options are called and how many there are. */
export interface Made {
  kind: DraftKind;
  noun: string;
  draft: ActivityDraft;
  one: string;
  options: number;
}

/** What an entry of a list becomes. */
export type Planned =
  { row: number; question: string; makes: Made } | { row: number; question: string; wrong: string[] };

/** What is found to be mended in a text of an editor, as far as all kinds have it. */
interface Problems {
  question?: string;
  options?: string;
  option?: Record<number, string>;
}
/** What a list says of an activity, whatever its kind. */
interface Listed {
  question: string;
  options?: { key: number; text: string }[];
  nextKey?: number;
}

const tidy = (word: string) => word.trim().toLowerCase().replace(/\s+/g, ' ');

export const kindNamed = (word: string, kinds: readonly Makeable[]): Makeable | undefined =>
  kinds.find(({ kind, noun, title, also }) =>
    [kind, noun.toLowerCase(), title.toLowerCase(), ...also].includes(tidy(word)),
  );

/** What each entry becomes, or what to mend in it and where. `kinds`: the first is made where none is named. */
export const plan = (entries: readonly Entry[], kinds: readonly Makeable[]): Planned[] =>
  entries.map((entry) => planOne(entry, kinds));

function planOne(entry: Entry, kinds: readonly Makeable[]): Planned {
  const { row, question, options, places } = entry;
  const wrong = (...words: string[]): Planned => ({ row, question, wrong: words });
  const found = entry.kind === '' ? kinds[0] : kindNamed(entry.kind, kinds);
  if (!found) {
    return wrong(
      `${start(places.kind)}: “${entry.kind}” is no kind of activity. Write ${either(kinds)}, or leave it empty.`,
    );
  }
  const { editing, kind, noun, off } = found;
  if (off !== null) return wrong(`${start(places.question)}: ${off}`);
  const { one = 'option' } = editing;
  const blank = editing.blank() as Listed;
  if (!blank.options && options.length > 0) {
    return wrong(`${start(options[0]!.where)}: a ${noun} has no options. Take them out, or choose another kind.`);
  }
  const extra = editing.most === undefined ? undefined : options[editing.most];
  if (extra) return wrong(`${start(extra.where)}: a ${noun} has at most ${editing.most} ${one}s. Take some out.`);
  const rows = options.map(({ text }, key) => ({ key, text }));
  const listed = { question, ...(blank.options ? { options: rows, nextKey: rows.length } : {}) };
  const editor = saidAlike(blank, listed);
  const problems = editing.problems(editor) as Problems;
  if (editing.sound(problems)) {
    const draft = editing.draft(editor, true);
    return { row, question, makes: { kind, noun, draft, one, options: options.length } };
  }
  return wrong(
    ...(problems.question ? [`${start(places.question)}: ${problems.question}`] : []),
    ...(problems.options ? [`${start(places.question)}: ${problems.options}`] : []),
    ...options.flatMap(({ where }, key) => {
      const problem = problems.option?.[key];
      return problem ? [`${start(where)}: ${problem}`] : [];
    }),
  );
}

/** `ranking, 4 options` */
export const makesWords = ({ noun, one, options }: Made): string =>
  options === 0 ? noun : `${noun}, ${options} ${one}${options === 1 ? '' : 's'}`;

/** `Poll, Ranking or Rating` */
const either = (kinds: readonly Makeable[]): string =>
  kinds.map(({ title }, at) => `${at === 0 ? '' : at === kinds.length - 1 ? ' or ' : ', '}${title}`).join('');

const start = (where: string) => where.slice(0, 1).toUpperCase() + where.slice(1);
