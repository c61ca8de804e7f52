import { expect, test } from 'vitest';
import type { OpenCounts } from '../../protocol/messages.gen.ts';
import { openWords, reasonsOf } from './inTheOpen.ts';

const none = { offTopic: 0, abusive: 0, namesSomebody: 0, duplicate: 0, notAQuestion: 0, other: 0 };
const open = (over: Partial<OpenCounts> = {}): OpenCounts => ({
  received: 1_204,
  waiting: 0,
  approved: 0,
  merged: 0,
  declined: none,
  ...over,
});

test('what became of what was asked, in numbers', () => {
  expect(openWords(open())).toBe('1,204 received · 0 approved');
  expect(openWords(open({ approved: 1_100, merged: 3, declined: { ...none, abusive: 1, other: 2 } }))).toBe(
    '1,204 received · 1,100 approved · 3 merged · 3 declined',
  );
});

test('reasons, the most frequent first', () => {
  expect(reasonsOf(open())).toEqual([]);
  expect(
    reasonsOf(open({ declined: { ...none, offTopic: 1, namesSomebody: 4 } })).map(({ words, n }) => `${n} ${words}`),
  ).toEqual(['4 named somebody', '1 not about this session']);
});
