import { expect, test } from 'vitest';
import { kindText } from './words.ts';

test('what is asked is said in a line', () => {
  expect(kindText({ entries: 3, length: 25, approveFirst: false, languages: [], abstain: null })).toBe(
    'Up to 3 answers · at most 25 characters · only likely abuse waits for a moderator',
  );
  expect(kindText({ entries: 1, length: 40, approveFirst: true, languages: ['cy', 'en'], abstain: 'Pass' })).toBe(
    '1 answer · at most 40 characters · a moderator approves every word first · ' +
      'word forms of English and Welsh count as one · may abstain: “Pass”',
  );
});
