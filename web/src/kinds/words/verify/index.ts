import type { Recounter } from '../../../verify/recount.ts';

interface Form {
  text?: unknown;
  count?: unknown;
}
interface Term {
  count?: unknown;
  forms: Form[];
}
type Entry = string | number;

const list = (value: unknown): Record<string, unknown>[] =>
  (Array.isArray(value) ? value : []).map((one: unknown) => (typeof one === 'object' && one ? { ...one } : {}));

/**
 * Counts terms and their forms anew. A ballot holds a term once, in the form that counts, also where moderators joined
 * several; a number stands for a term that the room did not see. No ballot holds anything else, or a number twice.
 */
export default {
  kind: 'words',
  entry: (one): one is Entry => typeof one === 'string' || Number.isInteger(one),
  agrees({ words, unshown }, ballots) {
    const terms = list(words).map(({ count, forms }): Term => ({ count, forms: list(forms) }));
    const kept = list(unshown);
    const termOf = new Map(terms.flatMap((term) => term.forms.map((form) => [String(form.text), term] as const)));
    const people = new Map<Term, number>();
    const written = new Map<string, number>();
    const behind = kept.map(() => 0);
    for (const ballot of ballots) {
      if (ballot === null) continue;
      const counted = new Set<Term>();
      const numbers = ballot.filter((entry) => typeof entry === 'number');
      if (ballot.length === 0 || new Set(numbers).size < numbers.length) return false;
      for (const entry of ballot) {
        if (typeof entry === 'number') {
          if (entry < 1 || entry > kept.length) return false;
          behind[entry - 1]!++;
          continue;
        }
        const term = termOf.get(entry);
        if (!term || counted.has(term)) return false;
        counted.add(term);
        people.set(term, (people.get(term) ?? 0) + 1);
        written.set(entry, (written.get(entry) ?? 0) + 1);
      }
    }
    return (
      terms.every((term) => term.count === (people.get(term) ?? 0)) &&
      terms.every(({ forms }) => forms.every(({ text, count }) => count === (written.get(String(text)) ?? 0))) &&
      kept.every(({ count }, at) => count === behind[at])
    );
  },
} satisfies Recounter<Entry>;
