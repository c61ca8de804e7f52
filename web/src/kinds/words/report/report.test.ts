import { expect, test } from 'vitest';
import { unshownWords, wordBars, wordRows, type WordsEntry } from './chart.ts';
import reporting from './index.ts';

const entry = {
  kind: 'words',
  room: 'Main hall',
  question: 'One word?',
  state: 'locked',
  connected: 60,
  voted: 40,
  abstained: 0,
  notShown: 0,
  words: [
    { word: 'trust', text: 'Trust', count: 12 },
    { word: 'time', text: 'time', count: 8 },
    { word: 'pay', text: 'fair pay', count: 8 },
    { word: 'hope', text: 'gobaith', count: 1 },
  ],
  unshown: [
    { count: 2, waits: false },
    { count: 1, waits: true },
  ],
} as unknown as WordsEntry;
const said = (of: WordsEntry) =>
  reporting
    .finding(of)
    ?.map((piece) => (typeof piece === 'string' ? piece : piece.text))
    .join('') ?? null;

test('most written first; level ones share a place', () => {
  expect(wordBars(wordRows(entry)).map(({ place, text, value, aside }) => [place, text, value, aside])).toEqual([
    [1, 'Trust', '30%', '12'],
    [2, 'time', '20%', '8'],
    [2, 'fair pay', '20%', '8'],
    [4, 'gobaith', '3%', '1'],
  ]);
  expect(said(entry)).toBe('Most people wrote Trust, 30% (12), then time and fair pay.');
  const level = { ...entry, words: entry.words.map((word) => ({ ...word, count: 5 })) };
  expect(said(level)).toBe('4 words were written by 13% (5) each.');
  expect(said({ ...level, words: level.words.slice(0, 2) })).toBe('Level: Trust and time, by 13% (5) each.');
  expect(said({ ...entry, words: [] })).toBeNull();
  expect(said({ ...entry, words: entry.words.map((word) => ({ ...word, count: null })), voted: 0 })).toBeNull();
});

test('what the room did not see is counted, not said', () => {
  expect(unshownWords(entry)).toBe('1 word was hidden by moderators, 1 waits for one.');
  expect(unshownWords({ unshown: [] })).toBe('');
});
