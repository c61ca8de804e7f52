import { describe, expect, test } from 'vitest';
import type { Words, WordsTally } from '../../../protocol/messages.gen.ts';
import { answering } from './answering.ts';
import { entryProblem, fieldsOf, isTwin, leftWords } from './entries.ts';

const words: Words = {
  kind: 'words',
  id: 'w',
  round: 1,
  question: 'One word?',
  entries: 3,
  length: 25,
  approveFirst: false,
  languages: [],
  abstain: 'Rather not say',
  state: 'open',
  results: 'everyone',
  tally: null,
};
const of = (...entries: string[]) => ({ entries, abstain: false });

describe('the fields', () => {
  test('come one after the other, as many as there may be', () => {
    expect(
      [of(), of(''), of('a'), of('a', ''), of('a', 'b'), of('a', 'b', 'c'), of('', 'b')].map((written) =>
        fieldsOf(words, written),
      ),
    ).toEqual([1, 1, 2, 2, 3, 3, 3]);
    expect(fieldsOf({ entries: 1, length: 25 }, of('a'))).toBe(1);
  });

  test('say what is to be mended, and how to', () => {
    expect(entryProblem(words, 'fair  pay ')).toBeNull();
    expect(entryProblem(words, ' ')).toBeNull();
    expect(entryProblem(words, 'a word that is far too long')).toBe('This has 27 characters. Use at most 25.');
    expect(entryProblem(words, 'one two three four')).toBe('This has 4 words. Use at most 3.');
    expect(entryProblem(words, '...!')).toBe('Write a word: signs alone are not counted.');
    expect(['❤️', 'مساواة', '50%', 'Cydraddoldeb'].map((text) => entryProblem(words, text))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(leftWords(words, 'x'.repeat(24))).toBe('1 character left');
    expect([leftWords(words, 'x'.repeat(20)), leftWords(words, 'x'), leftWords(words, 'x'.repeat(26))]).toEqual([
      '5 characters left',
      '',
      '',
    ]);
    // A person counts what is seen: signs of two units are one.
    expect(entryProblem({ entries: 1, length: 10 }, '🎉'.repeat(10))).toBeNull();
  });

  test('know what was written before', () => {
    expect(isTwin(['Pay gap', 'paygap '], 1)).toBe(true);
    expect(isTwin(['Café', 'cafe'], 1)).toBe(true);
    expect([isTwin(['', ''], 1), isTwin(['a', 'b'], 1), isTwin(['a', 'a'], 0)]).toEqual([false, false, false]);
  });
});

describe('a vote', () => {
  test('is what is written, in order, once nothing is to be mended', () => {
    expect(answering.vote(words, of('fair  pay', '', 'Childcare'))).toEqual({
      answer: ['fair pay', 'Childcare'],
      abstain: false,
    });
    expect(answering.vote(words, of('', ' '))).toBeNull();
    expect(answering.missing(words, of(''))).toBe('Write a word first.');
    expect(answering.vote(words, of('fine', 'one two three four'))).toBeNull();
    expect(answering.missing(words, of('fine', 'one two three four'))).toBe('This has 4 words. Use at most 3.');
    expect(answering.vote(words, { entries: ['kept'], abstain: true })).toEqual({ answer: [], abstain: true });
  });

  test('is said in its own words, and put back into the fields', () => {
    const vote = { answer: ['fair pay', 'time'], abstain: false };
    expect(answering.words(words, vote)).toBe('“fair pay”, “time”');
    expect(answering.marked(words, vote)).toEqual(of('fair pay', 'time'));
  });
});

test('what a screen reader hears of the result is the first three, and more at the end', () => {
  const terms = Array.from({ length: 12 }, (_, n) => ({ id: `t${n}`, text: `word ${n}`, count: 20 - n }));
  const tally = {
    round: 1,
    version: 1,
    result: { terms, more: 4, held: 0, hidden: 0 },
    voted: 40,
    abstained: 0,
    late: 0,
    answers: 40,
    connected: 50,
  } as WordsTally;
  expect(answering.result({ ...words, tally })).toBe(
    'Most written: word 0 50% (20); word 1 48% (19); word 2 45% (18); and 13 more.',
  );
  expect(answering.result({ ...words, state: 'locked', tally })).toMatch(/^Result: .*word 9 28% \(11\); and 6 more\.$/);
  expect(answering.result({ ...words, tally: { ...tally, answers: 0, voted: 0 } })).toBe('Nobody has answered yet.');
  expect(answering.result({ ...words, tally: { ...tally, voted: 0, answers: 3 } })).toContain('from the fifth answer');
  const held = { ...tally, result: { terms: [], more: 0, held: 3, hidden: 0 } };
  expect(answering.result({ ...words, tally: held })).toBe('What people wrote waits for a moderator.');
});
