import { anyAnswer } from './answers.ts';

/**
 * What an event file brings back when it is imported, in words. The file is anybody's: nothing is taken for granted.
 */
export function bringsBack(file: { event?: unknown; rooms?: unknown }): string {
  const rooms = Array.isArray(file.rooms) ? file.rooms : [];
  const activities = rooms.flatMap((room) => lists(room)).length;
  const name = (file.event as { name?: unknown } | null | undefined)?.name;
  const what = typeof name === 'string' ? `“${name}”` : 'An event';
  const parts = `${counted(rooms.length, 'room', 'rooms')}, ${counted(activities, 'activity', 'activities')}`;
  return `${what} is made anew under a join code of its own: ${parts}, and how questions and reactions are set.`;
}

/** Whether anybody had answered anything, by the results in the file. */
export const holdsAnswers = (results: unknown): boolean =>
  Array.isArray(results) && results.some((one) => anyAnswer((one ?? {}) as Record<string, unknown>));

export const staysBehind = (answers: boolean): string =>
  answers
    ? 'The votes, results and questions in the file do not come back. ' +
      'They stay in the file, where they can be read and verified.'
    : 'The file holds no votes and no questions.';

const lists = (room: unknown): unknown[] => {
  const { activities } = (room ?? {}) as { activities?: unknown };
  return Array.isArray(activities) ? activities : [];
};

const counted = (n: number, one: string, several: string) => `${n} ${n === 1 ? one : several}`;
