import { figure } from '../../../ui/figure.ts';
import type { PhoneMeasures, StageMeasures } from '../../../ui/previewing.ts';

/** Something that was found out about what is written. */
export interface Finding {
  tone: 'good' | 'look' | 'wait';
  title: string;
  text: string;
}

/** Px of 1,080 at which the last row of a hall reads a text with ease, and below which it does not read it. */
const EASY = 36;
const HARD = 28;
/** Options that a phone should show at once. */
const ENOUGH = 3;

export function onStage(measures: StageMeasures | null): Finding {
  if (!measures) return { tone: 'wait', title: 'On stage.', text: 'Being measured.' };
  const { smallest, cut } = measures;
  const size = `The smallest text has ${figure(smallest)} px of ${figure(1080)}.`;
  if (cut) {
    return { tone: 'look', title: 'Does not fit on stage.', text: `Some texts are cut off. Shorten them. ${size}` };
  }
  if (smallest < HARD) {
    return { tone: 'look', title: 'Too small on stage.', text: `${size} Shorten the texts, or offer fewer options.` };
  }
  if (smallest < EASY) {
    return { tone: 'look', title: 'Small on stage.', text: `${size} Shorter texts or fewer options read better.` };
  }
  return { tone: 'good', title: 'Reads from the back.', text: size };
}

/** @param size of the phone, as people say it */
export function onPhone(measures: PhoneMeasures | null, size: string): Finding | null {
  if (!measures) return { tone: 'wait', title: 'Smallest phone.', text: 'Being measured.' };
  const { whole, options } = measures;
  if (options === 0) return null;
  const share = whole === options ? `All ${figure(options)}` : `${figure(whole)} of ${figure(options)}`;
  const seen = `${share} options whole`;
  const enough = whole >= Math.min(ENOUGH, options);
  return {
    tone: enough ? 'good' : 'look',
    title: 'Smallest phone.',
    text: enough ? `${seen} on ${size}.` : `${seen} on ${size}; people scroll for the rest. Shorten the question.`,
  };
}

/** Without what eyes pass over: case, marks, accents and spaces. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{P}\p{S}\s]+/gu, '');

/** @param texts of the options, in their order */
export function alike(texts: readonly string[]): Finding | null {
  if (texts.length < 2) return null;
  const first = new Map<string, number>();
  for (const [index, text] of texts.entries()) {
    const folded = fold(text) || text;
    const twin = first.get(folded);
    if (twin !== undefined) {
      return { tone: 'look', title: 'Two look alike.', text: `Options ${twin + 1} and ${index + 1} read the same.` };
    }
    first.set(folded, index);
  }
  return { tone: 'good', title: 'No two alike.', text: `All ${figure(texts.length)} differ.` };
}

/** Characters up to which a question is taken in at one look. */
const AT_A_GLANCE = 120;

export function length(question: string): Finding | null {
  const has = [...question.trim()].length;
  if (has <= AT_A_GLANCE) return null;
  return {
    tone: 'look',
    title: 'A long question.',
    text: `${figure(has)} characters. Up to ${figure(AT_A_GLANCE)} are taken in at one look.`,
  };
}

/** What a copy is called until somebody changes its words. */
export const isCopy = (question: string): boolean => /\(copy(?: \d+)?\)$/.test(question.trim());
export const copyFinding = (question: string): Finding | null =>
  isCopy(question)
    ? { tone: 'look', title: 'Still named as a copy.', text: 'The room would read “(copy)”. Change the words.' }
    : null;
