import { expect, test } from 'vitest';
import { answerWords, baseLine, finding, restLine, type QuestionsEntry } from './questions.ts';

const item = { number: 1, text: 'Why?', name: null, state: 'answered', upvotes: 7, answer: null } as const;
const entry: QuestionsEntry = {
  kind: 'qa',
  room: 'Main hall',
  totals: { received: 40, approved: 31, answered: 18, merged: 4, declined: 5 },
  declined: { offTopic: 3, other: 1, newerReason: 1 },
  items: [item],
  left: 1,
};
const said = (of: QuestionsEntry) =>
  finding(of)!
    .map((piece) => (typeof piece === 'string' ? piece : piece.text))
    .join('');

test('organisers are told what became of all', () => {
  expect(baseLine(entry)).toBe('40 asked, 31 approved, 18 answered');
  expect(said(entry)).toBe('18 of 40 questions were answered. The most upvoted, by 7: Why?');
  expect(restLine(entry)).toBe(
    '1 further question with fewer upvotes is in the files. 4 were merged into another. ' +
      '5 were declined (3 off topic, 1 for another reason, 1 newerReason).',
  );
});

test('who has the link is told of those that the room saw, and nothing of others', () => {
  const shared: QuestionsEntry = { ...entry, totals: { approved: 31, answered: 1 }, left: 0 };
  delete shared.declined;
  expect(baseLine(shared)).toBe('31 questions, 1 answered');
  expect(said({ ...shared, items: [{ ...item, upvotes: 0 }] })).toBe('1 of 31 questions was answered.');
  expect(restLine(shared)).toBe('');
});

test('what was answered is said', () => {
  expect(answerWords({ ...item, answer: 'Because.' })).toBe('Because.');
  expect(answerWords(item)).toBe('Answered aloud');
  expect(answerWords({ ...item, state: 'published' })).toBe('');
});
