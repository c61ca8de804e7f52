import { expect, test } from 'vitest';
import { poll, tallyOf } from '../testing.ts';
import { answering } from './answering.ts';
import { read, readNumber, stepped } from './typed.ts';

const whole = { min: '0', max: '100000', step: '1' };
const fine = { min: '-5', max: '100', step: '0.5' };

test.each([
  ['12', '12'],
  [' 12 ', '12'],
  ['012', '12'],
  ['12,5', '12.5'],
  ['12.5', '12.5'],
  ['.5', '0.5'],
  ['5,', '5'],
  ['-3', '-3'],
  ['\u22123', '-3'],
  ['-0', '0'],
  ['12.50', '12.5'],
  ['1,234.5', '1234.5'],
  ['1.234,5', '1234.5'],
  ['1 234,5', '1234.5'],
  ['1\u202f234', '1234'],
  ["1'234", '1234'],
  ['1,234,567', '1234567'],
  ['１２', '12'],
  ['', null],
  ['-', null],
  ['.', null],
  ['twelve', null],
  ['1e5', null],
  ['1,23,4', null],
  ['1.2.3', null],
  ['12,345.6.7', null],
])('“%s” is read as %s', (typed, number) => {
  expect(readNumber(typed, fine)).toBe(number);
});

test('a single mark before three digits groups where only whole numbers are asked for', () => {
  expect([readNumber('12,500', whole), readNumber('12.500', whole), readNumber('0.500', whole)]).toEqual([
    '12500',
    '12500',
    '0.5',
  ]);
  expect(readNumber('12,500', { ...whole, step: '0.001' })).toBe('12.5');
});

test('an error says what to do', () => {
  const problem = (typed: string, scale = fine) => {
    const found = read(typed, scale);
    return 'problem' in found ? found.problem : found.value;
  };
  expect(problem('many')).toBe('Write a number in digits, such as 100.');
  expect(problem('101')).toBe('Write a number from \u22125 to 100.');
  expect(problem('9'.repeat(29))).toBe('Write a number from \u22125 to 100.');
  expect(problem('1,3')).toBe('Steps of 0.5, such as 1 or 1.5.');
  expect(problem('99.9')).toBe('Steps of 0.5, such as 99.5 or 100.');
  expect(problem('1.00000000001')).toBe('Steps of 0.5, such as 1 or 1.5.');
  expect(problem('12.5', whole)).toBe('Whole numbers only, such as 12 or 13.');
  expect(problem('0.3', { min: '0', max: '1', step: '0.1' }), 'no binary fraction').toBe('0.3');
  expect(problem('-5,0')).toBe('-5');
});

test('buttons step exactly, from wherever it is to the next value, and not beyond the ends', () => {
  expect(stepped('', whole, 1)).toBe('0');
  expect(stepped('', { min: '2025', max: '2100', step: '1' }, 1)).toBe('2025');
  expect(stepped('', fine, -1)).toBe('0');
  expect(stepped('', { min: '-9', max: '-3', step: '1' }, 1)).toBe('-3');
  expect(stepped('', { min: '-5', max: '4', step: '3' }, 1), 'no value is 0').toBe('1');
  expect(stepped('0.1', { min: '0', max: '1', step: '0.1' }, 2)).toBe('0.3');
  expect([stepped('1.3', fine, 1), stepped('1.3', fine, -1)]).toEqual(['1.5', '1']);
  expect([stepped('100', fine, 1), stepped('-5', fine, -1), stepped('99', fine, 10)]).toEqual(['100', '-5', '100']);
  expect([stepped('500', fine, 1), stepped('-500', fine, 1)]).toEqual(['100', '-5']);
});

test('what can be sent is sent in its shortest form, and marked again as it was', () => {
  const of = (text: string, rests = true) => ({ text, abstain: false, rests });
  expect(answering.vote(poll, of('012'))).toEqual({ answer: ['12'], abstain: false });
  expect(answering.vote(poll, of('1.5'))).toBeNull();
  expect(answering.problem(poll, of('1.5', false)), 'not while somebody types').toBeNull();
  expect(answering.problem(poll, of('1.5'))).toBe('Whole numbers only, such as 1 or 2.');
  expect(answering.problem(poll, of(''))).toBeNull();
  expect(answering.missing(poll, of(''))).toBe('Write a number from 0 to 100\u00a0years.');
  expect(answering.missing(poll, of('x', false))).toBe('Write a number in digits, such as 100.');
  expect(answering.vote(poll, { ...of(''), abstain: true })).toEqual({ answer: [], abstain: true });
  expect(answering.marked(poll, { answer: ['12'], abstain: false })).toEqual(of('12'));
  expect(answering.words(poll, { answer: ['12'], abstain: false })).toBe('12\u00a0years');
  expect(answering.result({ ...poll, state: 'locked', tally: tallyOf({ 5: 3, 6: 3 }) })).toContain(
    'Result: median 5.5\u00a0years',
  );
  expect(answering.result({ ...poll, tally: tallyOf({}) })).toBe('No votes yet.');
});
