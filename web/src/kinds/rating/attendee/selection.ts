import type { Rating } from '../../../protocol/messages.gen.ts';

/** Stands for the point of who has no opinion. */
export const NO_OPINION = 'none';

/** What is rated in the form and not yet voted. */
export interface Selection {
  /** By id of a statement: its point, or that there is no opinion. */
  given: Readonly<Record<string, string>>;
  abstain: boolean;
}

export const nothing: Selection = { given: {}, abstain: false };

/** A point, or no opinion; null takes back what was given. */
export function rate({ given }: Selection, id: string, point: string | null): Selection {
  const { [id]: _before, ...others } = given;
  return { given: point === null ? others : { ...others, [id]: point }, abstain: false };
}

/** Entries of an answer, in the order of the statements. */
export const entriesOf = ({ statements }: Pick<Rating, 'statements'>, { given }: Selection): string[] =>
  statements.flatMap(({ id }) => (given[id] === undefined ? [] : [`${id}:${given[id]}`]));

export const fromEntries = (entries: readonly string[]): Selection['given'] =>
  Object.fromEntries(entries.map((entry) => [entry.slice(0, entry.indexOf(':')), entry.slice(entry.indexOf(':') + 1)]));

/** Statements that still need an answer, before it can be sent. */
export function left({ statements, noOpinion }: Rating, { given, abstain }: Selection): Rating['statements'] {
  if (abstain || (noOpinion === null && Object.keys(given).length > 0)) return [];
  return statements.filter(({ id }) => given[id] === undefined);
}
