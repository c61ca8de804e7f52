import { byKind } from '../../kinds/registry.ts';

/** The answers of a kind in an event file: they make it large, and are not imported. */
export interface Answers {
  kind: string;
  /** Whether there is any in one entry of its results. The file is anybody's: nothing is taken for granted. */
  any(one: Record<string, unknown>): boolean;
}

const some = (n: unknown): boolean => typeof n === 'number' && n > 0;

const own = byKind(import.meta.glob<Answers>('../../kinds/*/answers.ts', { eager: true, import: 'default' }));

/** Whether anybody answered, by one entry of the results. A kind that says nothing of it has ballots. */
export const anyAnswer = (one: Record<string, unknown>): boolean => {
  const of = own[String(one.kind)];
  return of ? of.any(one) : [one.voted, one.abstained, one.notShown].some(some);
};
