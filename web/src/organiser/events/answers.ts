/** The answers of a kind in an event file: they make it large, and are not imported. */
export interface Answers {
  /** The member that holds them, a list with an object for each activity. */
  member: string;
  /** Whether there is any in this one. The file is anybody's: nothing is taken for granted. */
  any(one: Record<string, unknown>): boolean;
}

const some = (n: unknown): boolean => typeof n === 'number' && n > 0;

/** Of ballots of all kinds. */
const ballots: Answers = { member: 'results', any: ({ voted, abstained }) => some(voted) || some(abstained) };

export const answers: readonly Answers[] = [
  ballots,
  ...Object.values(import.meta.glob<Answers>('../../kinds/*/answers.ts', { eager: true, import: 'default' })),
];
