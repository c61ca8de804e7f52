import { exact, plain, said, type Exact } from '../decimal.ts';
import { halfway, onStep, type Scale } from '../scale.ts';

/** The largest number that is asked for, in digits. */
const LONGEST = 13;

/**
 * A number as somebody typed it, as a decimal text; null when it is none. Comma and point both stand before decimals.
 * Where both are typed, the last does and the other groups; one that stands more than once groups. A single one before
 * three digits groups where only whole numbers are asked for (`12,500`).
 */
export function readNumber(typed: string, { min, step }: Scale): string | null {
  let text = typed
    .normalize('NFKC')
    .replace(/[\s'’_]/g, '')
    .replace(/^[\u2212\u2013\u2010]/, '-')
    .replace(/^\+/, '');
  const wholes = !min.includes('.') && !step.includes('.');
  const marks = [...text.matchAll(/[.,]/g)].map(([mark]) => mark);
  const kinds = new Set(marks);
  const last = marks.at(-1);
  const groups = marks.length > kinds.size && kinds.size === 1;
  const thousands = marks.length === 1 && wholes && /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text);
  if (groups || thousands) {
    if (!/^-?\d{1,3}([.,]\d{3})+$/.test(text)) return null;
    text = text.replace(/[.,]/g, '');
  } else if (kinds.size === 2) {
    const [whole, behind] = [text.slice(0, text.lastIndexOf(last!)), text.slice(text.lastIndexOf(last!) + 1)];
    if (!/^-?\d{1,3}([.,]\d{3})+$/.test(whole) || whole.includes(last!)) return null;
    text = `${whole.replace(/[.,]/g, '')}.${behind}`;
  }
  const [, minus = '', whole = '', behind = ''] = /^(-?)(\d*)(?:[.,](\d*))?$/.exec(text) ?? [];
  if (whole + behind === '') return null;
  const size = whole.replace(/^0+(?=\d)/, '') || '0';
  if (size.length > LONGEST) return `${minus}${'9'.repeat(LONGEST + 1)}`;
  const decimals = behind.replace(/0+$/, '');
  return size === '0' && decimals === '' ? '0' : `${minus}${size}${decimals && `.${decimals}`}`;
}

/** The values next to a number, the lower one first, from the smallest to the largest there is. */
export function nextTo(scale: Scale, number: Exact): [string, string] {
  const [min, max, step] = [exact(scale.min), exact(scale.max), exact(scale.step)];
  const inside = number < min ? min : number >= max ? max - step : number;
  const steps = (inside - min) / step;
  return [halfway(scale, 2n * steps), halfway(scale, 2n * steps + 2n)];
}

/** A number that can be sent, or what to do. */
export type Reading = { value: string } | { problem: string };

export function read(typed: string, scale: Scale): Reading {
  const text = readNumber(typed, scale);
  if (text === null) return { problem: `Write a number in digits, such as ${said(scale.max)}.` };
  const number = exact(text);
  if (number < exact(scale.min) || number > exact(scale.max)) {
    return { problem: `Write a number from ${said(scale.min)} to ${said(scale.max)}.` };
  }
  const decimals = text.split('.')[1]?.length ?? 0;
  if (decimals > 6 || !onStep(scale, number)) {
    const [lower, upper] = nextTo(scale, number);
    const how = scale.step === '1' && !scale.min.includes('.') ? 'Whole numbers only' : `Steps of ${said(scale.step)}`;
    return { problem: `${how}, such as ${said(lower)} or ${said(upper)}.` };
  }
  return { value: plain(number) };
}

/** Where the buttons begin: at 0 where that can be answered, else at the first value on the way up or down from it. */
function start(scale: Scale): string {
  const min = exact(scale.min);
  if (min >= 0n) return scale.min;
  return exact(scale.max) <= 0n ? scale.max : nextTo(scale, 0n)[onStep(scale, 0n) ? 0 : 1];
}

/** So many steps more or less, to the next value from one that is on no step; never beyond the ends. */
export function stepped(typed: string, scale: Scale, by: number): string {
  const text = readNumber(typed, scale);
  if (text === null) return start(scale);
  const [min, max, step] = [exact(scale.min), exact(scale.max), exact(scale.step)];
  const number = exact(text);
  if (number <= min && by < 0) return scale.min;
  if (number >= max && by > 0) return scale.max;
  if (number < min) return scale.min;
  if (number > max) return scale.max;
  const whole = (number - min) / step;
  const steps = onStep(scale, number) || by > 0 ? whole : whole + 1n;
  const next = min + (steps + BigInt(by)) * step;
  return plain(next < min ? min : next > max ? max : next);
}
