import { isCount, isObject, isText } from '../protocol/localStore.ts';

const isVote = (value: Record<string, unknown>) =>
  isCount(value['seq']) &&
  Array.isArray(value['answer']) &&
  value['answer'].every(isText) &&
  typeof value['abstain'] === 'boolean';

/** Whether what storage holds is all that is known of one's votes in one round of one activity (`Slot`). */
export function isBallotSlot(slot: unknown): boolean {
  if (!isObject(slot) || !isCount(slot['seq'])) return false;
  const { pending, counted, refused } = slot;
  return (
    (pending === null ||
      (isObject(pending) &&
        isVote(pending) &&
        isCount(pending['round']) &&
        isCount(pending['castAt']) &&
        ['activity', 'vote', 'question', 'says'].every((name) => isText(pending[name])))) &&
    (counted === null || (isObject(counted) && isVote(counted) && isText(counted['receipt']))) &&
    (refused === null ||
      (isObject(refused) &&
        isCount(refused['seq']) &&
        ['code', 'message', 'question', 'says'].every((name) => isText(refused[name]))))
  );
}
