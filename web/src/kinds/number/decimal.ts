/** Digits behind the point: six of a number, and one more for what lies half-way between two. */
const PLACES = 7;

/** A number in ten-millionths, exactly. */
export type Exact = bigint;

/** Of a decimal text as the protocol has it: `12.5`. */
export function exact(text: string): Exact {
  const [, minus, whole, behind = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const size = BigInt(`${whole ?? 0}${behind.padEnd(PLACES, '0').slice(0, PLACES)}`);
  return minus ? -size : size;
}

/** The shortest decimal text of a number, as the protocol has it. */
export function plain(number: Exact): string {
  const digits = String(number < 0n ? -number : number).padStart(PLACES + 1, '0');
  const behind = digits.slice(-PLACES).replace(/0+$/, '');
  return `${number < 0n ? '-' : ''}${digits.slice(0, -PLACES)}${behind && `.${behind}`}`;
}

/** As people read it: a year stays a year, `2041`; from five digits on thousands are grouped, `12,500.5`. */
export function said(text: string): string {
  const [whole, behind] = text.replace('-', '').split('.') as [string, string?];
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return `${text.startsWith('-') ? '\u2212' : ''}${grouped}${behind ? `.${behind}` : ''}`;
}

/** `12 years`, on one line; nothing stands between a number and a sign such as `%`. */
export const measured = (words: string, unit: string | null): string =>
  unit === null ? words : /^[\p{L}\p{N}\p{Sc}]/u.test(unit) ? `${words}\u00a0${unit}` : `${words}${unit}`;
