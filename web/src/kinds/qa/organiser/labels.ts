export const MOST_LABELS = 5;
export const LONGEST_LABEL = 40;

/** What is wrong with a new label; undefined when it is fine. */
export const labelProblem = (label: string): string | undefined =>
  [...label].length > LONGEST_LABEL ? `A label has ${LONGEST_LABEL} characters at most.` : undefined;

/**
 * What to add to and remove from several questions so that all have the chosen ones; null when nothing is to be done.
 * Labels only some of them have stay, unless they were chosen.
 *
 * @param before the labels of each question
 */
export function difference(
  before: readonly (readonly string[])[],
  chosen: readonly string[],
): { add: string[]; remove: string[] } | null {
  const shared = (before[0] ?? []).filter((label) => before.every((labels) => labels.includes(label)));
  const add = chosen.filter((label) => !shared.includes(label));
  const remove = shared.filter((label) => !chosen.includes(label));
  return add.length + remove.length === 0 ? null : { add, remove };
}
