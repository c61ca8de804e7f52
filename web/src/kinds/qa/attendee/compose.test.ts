import { describe, expect, test } from 'vitest';
import { FakeStorage } from '../../../protocol/fakes.ts';
import { counter, Draft, length, nameOf, problem, signsAs, tidy } from './compose.ts';

const anonymous = { sign: false, name: '' };
const signed = { sign: true, name: ' Someone \n from the north ' };

test('counts what the server counts: code points of one tidy line', () => {
  expect(tidy('  Why?\n\n And\twhen? ')).toBe('Why? And when?');
  expect(length('  👩‍👩‍👧  ')).toBe(5);
  expect(length('ما هي؟')).toBe(6);
  expect(length(' \n ')).toBe(0);
});

test('the counter shows itself from 80 % on', () => {
  expect(counter('x'.repeat(79), 100)).toBeNull();
  expect(counter('x'.repeat(80), 100)).toEqual({ left: 20, over: false, text: '20 left' });
  expect(counter('x'.repeat(103), 100)).toEqual({ left: -3, over: true, text: '3 too many' });
});

describe('what hinders a question', () => {
  test.each([
    ['   ', 'choice', anonymous, 'Write your question first.'],
    ['x'.repeat(51), 'choice', anonymous, 'Your question is 1 symbol too long.'],
    ['Why?', 'named', anonymous, 'Questions here are asked with a name. Add yours.'],
    ['Why?', 'choice', { sign: true, name: ' ' }, 'Add your name, or choose to stay anonymous.'],
    ['Why?', 'choice', { sign: true, name: 'x'.repeat(61) }, 'A name has 60 symbols at most.'],
    ['Why?', 'choice', anonymous, null],
    ['Why?', 'choice', signed, null],
    ['Why?', 'anonymous', { sign: true, name: '' }, null],
  ] as const)('%j, %s', (text, names, signature, expected) =>
    expect(problem(text, 50, names, signature)).toBe(expected),
  );
});

test('a name goes along only where it was chosen and is allowed', () => {
  expect(nameOf('choice', signed)).toBe('Someone from the north');
  expect(nameOf('named', { ...signed, sign: false })).toBe('Someone from the north');
  expect(nameOf('choice', { ...signed, sign: false })).toBeNull();
  expect(nameOf('anonymous', signed)).toBeNull();
  expect([signsAs('choice', anonymous), signsAs('named', anonymous), signsAs('choice', signed)]).toEqual([
    'Anonymous',
    'Your name',
    'Someone from the north',
  ]);
});

test('words and name are kept per event, and nothing breaks without storage', () => {
  const storage = new FakeStorage();
  const draft = new Draft(storage, 'e');
  draft.keepText('Half a quest');
  draft.keepSignature(signed);
  expect(new Draft(storage, 'e').text()).toBe('Half a quest');
  expect(new Draft(storage, 'e').signature()).toEqual(signed);
  expect(new Draft(storage, 'other').signature()).toEqual(anonymous);
  const boom = () => {
    throw new Error('denied');
  };
  for (const odd of [null, { getItem: boom, setItem: boom, removeItem: boom }]) {
    const none = new Draft(odd, 'e');
    none.keepText('x');
    expect([none.text(), none.signature()]).toEqual(['', anonymous]);
  }
});
