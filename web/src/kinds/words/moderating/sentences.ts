import type { AnswerItem, AnswerList } from '../../../protocol/messages.gen.ts';
import { figure } from '../../../ui/figure.ts';

export const LISTS: readonly { list: AnswerList; words: string }[] = [
  { list: 'waiting', words: 'Waiting' },
  { list: 'shown', words: 'Shown' },
  { list: 'hidden', words: 'Hidden' },
  { list: 'joined', words: 'Joined' },
];

export const emptyWords: Record<AnswerList, string> = {
  waiting: 'No word waits.',
  shown: 'No word is shown yet.',
  hidden: 'No word is hidden.',
  joined: 'No words were joined.',
};

export const people = (n: number): string => (n === 1 ? '1 person' : `${figure(n)} people`);

const acts = {
  shown: (name: string) => `${name} may be shown.`,
  hidden: (name: string) => `${name} is hidden.`,
  parted: (name: string) => `${name} counts for itself again.`,
  renamed: (_name: string, called: string) => `Called “${called}” now.`,
  joined: (_name: string, called: string) => `Counted as “${called}” now.`,
};

/** What a moderator has just done. */
export function did(act: keyof typeof acts, items: readonly AnswerItem[], called: string): string {
  const name = items.length === 1 ? `“${items[0]!.text}”` : `${items.length} words`;
  const said = acts[act](name, called);
  return items.length === 1 ? said : said.replace('is hidden', 'are hidden');
}

export const undone = (words: string): string => `Undone: ${words}`;

export const conflictWords = (name: string | null): string =>
  `Somebody else decided about ${name === null ? 'one of them' : `“${name}”`} a moment ago. ` +
  'The list shows the newest; decide again if you like.';

/** How people wrote it, when that says more than its name: "Pay Gap 7, pay-gap 2". */
export function formsWords({ forms, text, called }: Pick<AnswerItem, 'forms' | 'text' | 'called'>): string {
  if (forms.length === 0 || (forms.length === 1 && forms[0]!.text === text && called === undefined)) return '';
  return forms.map((form) => `${form.text} ${figure(form.count)}`).join(', ');
}
