import { agrees } from './recount.ts';
import { sha256 } from './sha256.ts';

/** What this page reads of an activity in an exported file (HTTP.md, "Results"). */
export interface Counted {
  id: string;
  question: string;
  round: number;
  receipts: string[];
}

export interface ReadFile {
  event: string;
  /** The activities that list receipts, of whatever kind. */
  counted: Counted[];
  /** What was asked where the result does not follow from the ballots. */
  wrong: string[];
  /** Whether the file's digest fits: it was not changed after it was exported. */
  fits: boolean;
}

/** JSON in one form only (RFC 8785): what JSON.stringify writes, with sorted members. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`;
}

const listed = (one: unknown): one is Counted => {
  const { id, question, round, receipts } = (one ?? {}) as Record<string, unknown>;
  return (
    typeof id === 'string' &&
    typeof question === 'string' &&
    typeof round === 'number' &&
    Array.isArray(receipts) &&
    receipts.every((receipt) => typeof receipt === 'string')
  );
};

const asked = (one: unknown): string => String((one as { question?: unknown }).question);

/** Null when the text is no file that Plenary exported. */
export function read(text: string): ReadFile | null {
  try {
    const { digest, ...rest } = JSON.parse(text) as Record<string, unknown>;
    const { format, results } = rest;
    if ((format !== 'plenary-results' && format !== 'plenary-event') || !Array.isArray(results)) return null;
    const { name } = (rest['event'] ?? {}) as { name?: unknown };
    return {
      event: typeof name === 'string' ? name : '',
      counted: results.filter(listed),
      wrong: results.filter((one) => !agrees((one ?? {}) as Record<string, unknown>)).map(asked),
      fits: digest === `sha256:${sha256(canonical(rest))}`,
    };
  } catch {
    return null;
  }
}

/** `7F4KQ-2MX9A` from whatever was typed; null when it cannot be a receipt. */
export function receipt(typed: string): string | null {
  const symbols = typed.toUpperCase().replace(/[\s\p{Pd}]/gu, '');
  return /^[2-9A-HJKMNP-Z]{10}$/.test(symbols) ? `${symbols.slice(0, 5)}-${symbols.slice(5)}` : null;
}

/** The same as `Receipts.hash` of the server. */
export const hash = ({ id, round }: { id: string; round: number }, shown: string): string =>
  sha256(`plenary/v1/receipt/${id}/${round}/${shown}`);

/** The activity that counted this receipt; undefined when none of them did. */
export const find = (counted: Counted[], shown: string): Counted | undefined =>
  counted.find((one) => one.receipts.includes(hash(one, shown)));
