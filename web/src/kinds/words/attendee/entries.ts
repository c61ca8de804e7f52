import type { Words } from '../../../protocol/messages.gen.ts';
import { likeness } from '../result.ts';

/** What is written in the form and not yet voted. */
export interface Written {
  /** As they are typed, by the place of the field. */
  entries: readonly string[];
  abstain: boolean;
}

type Limits = Pick<Words, 'entries' | 'length'>;

export const nothing: Written = { entries: [], abstain: false };
const WORDS = 3;
/** So many characters before the end it is said how many are left. */
const NEAR = 8;

/** As the server keeps it: white space mended. */
export const clean = (text: string): string => text.normalize().replace(/\s+/g, ' ').trim();
export const lengthOf = (text: string): number => [...clean(text)].length;
/** Entries with a text, in the order of their fields. */
export const written = ({ entries }: Pick<Written, 'entries'>): string[] => entries.map(clean).filter(Boolean);

/** How many fields are there: one more than are filled, up to as many as there may be. */
export function fieldsOf({ entries }: Limits, { entries: texts }: Pick<Written, 'entries'>): number {
  let last = 0;
  texts.forEach((text, at) => {
    if (clean(text) !== '') last = at + 1;
  });
  return Math.min(entries, last + 1);
}

/** What is to be mended in one field; null when nothing is. */
export function entryProblem({ length }: Limits, text: string): string | null {
  const used = lengthOf(text);
  if (used === 0) return null;
  if (used > length) return `This has ${used} characters. Use at most ${length}.`;
  const words = clean(text).split(' ').length;
  if (words > WORDS) return `This has ${words} words. Use at most ${WORDS}.`;
  return likeness(text) === '' ? 'Write a word: signs alone are not counted.' : null;
}

/** The first thing that is to be mended; null when nothing is. */
export const firstProblem = (limits: Limits, { entries }: Written): string | null =>
  entries.map((text) => entryProblem(limits, text)).find((problem) => problem !== null) ?? null;

/** Where an entry says the same as one before it: it counts once. */
export const isTwin = (entries: readonly string[], at: number): boolean => {
  const own = likeness(entries[at] ?? '');
  return own !== '' && entries.slice(0, at).some((text) => likeness(text) === own);
};

/** Said below a field near its end; empty before. */
export function leftWords({ length }: Limits, text: string): string {
  const left = length - lengthOf(text);
  return left > NEAR || left < 0 ? '' : left === 1 ? '1 character left' : `${left} characters left`;
}
