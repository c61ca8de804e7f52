import type { KeyValue } from '../../../protocol/environment.ts';
import type { Names } from '../../../protocol/messages.gen.ts';
import { figure } from '../../../ui/figure.ts';

/** Longest name, in code points. */
export const MOST_NAME = 60;

/**
 * As the server keeps it: one line, trimmed, in composed characters (its `Texts.line` takes away what nobody can see as
 * well).
 */
export const tidy = (text: string): string =>
  text
    .normalize()
    .replace(/[\p{Cc}\p{White_Space}]+/gu, ' ')
    .trim();

/** Length as the server counts: code points of the tidy text. */
export const length = (text: string): number => [...tidy(text)].length;

/** What stands beside the box from 80 % of the limit on; null before. */
export function counter(text: string, most: number): { left: number; text: string; over: boolean } | null {
  const used = length(text);
  if (used < most * 0.8) return null;
  const left = most - used;
  return { left, over: left < 0, text: left < 0 ? `${figure(-left)} too many` : `${figure(left)} left` };
}

/** How this person signs. `sign` without a name: they chose to, and have not written one yet. */
export interface Signature {
  sign: boolean;
  name: string;
}

/** The name to send: null asks anonymously. */
export const nameOf = (names: Names, { sign, name }: Signature): string | null =>
  names === 'anonymous' || (names === 'choice' && !sign) ? null : tidy(name) || null;

/** Who the room will see it is from. */
export const signsAs = (names: Names, signature: Signature): string =>
  names === 'named' || signature.sign ? tidy(signature.name) || 'Your name' : 'Anonymous';

/** Why a question cannot be sent off as it stands; null when it can. */
export function problem(text: string, most: number, names: Names, signature: Signature): string | null {
  const used = length(text);
  if (used === 0) return 'Write your question first.';
  if (used > most) {
    return `Your question is ${figure(used - most)} ${used - most === 1 ? 'symbol' : 'symbols'} too long.`;
  }
  const wanted = names === 'named' || (names === 'choice' && signature.sign);
  if (wanted && nameOf(names, signature) === null) {
    return names === 'named'
      ? 'Questions here are asked with a name. Add yours.'
      : 'Add your name, or choose to stay anonymous.';
  }
  if ([...tidy(signature.name)].length > MOST_NAME && wanted) return `A name has ${MOST_NAME} symbols at most.`;
  return null;
}

/**
 * What somebody is writing, and how they sign: kept per event, so that a reload or another tab of the page loses
 * nothing.
 */
export class Draft {
  constructor(
    private readonly storage: KeyValue | null,
    private readonly event: string,
  ) {}

  text = (): string => this.read('draft');
  keepText = (text: string): void => this.write('draft', text);

  signature(): Signature {
    const kept = this.read('name');
    return { sign: kept.startsWith('+'), name: kept.slice(1) };
  }

  keepSignature({ sign, name }: Signature): void {
    this.write('name', `${sign ? '+' : '-'}${name}`);
  }

  private read(what: string): string {
    try {
      return this.storage?.getItem(`plenary.${what}.${this.event}`) ?? '';
    } catch {
      return '';
    }
  }

  private write(what: string, text: string): void {
    try {
      this.storage?.setItem(`plenary.${what}.${this.event}`, text);
    } catch {
      // then it is not remembered; nothing to be done
    }
  }
}
