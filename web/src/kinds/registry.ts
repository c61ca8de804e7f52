/** What kinds register of themselves, by the word of the kind: one that is not here is newer than this page. */
export const byKind = <R extends { kind: string }>(found: Record<string, R>): Record<string, R | undefined> =>
  Object.fromEntries(Object.values(found).map((registered) => [registered.kind, registered]));
