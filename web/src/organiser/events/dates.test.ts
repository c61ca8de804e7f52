import { expect, test } from 'vitest';
import { dates, today } from './dates.ts';

test.each([
  ['2027-03-08', '2027-03-08', '8 March 2027'],
  ['2027-03-08', '2027-03-10', '8–10 March 2027'],
  ['2027-03-30', '2027-04-01', '30 March – 1 April 2027'],
  ['nonsense', '2027-04-01', ''],
])('%s to %s', (from, to, expected) => expect(dates(from, to)).toBe(expected));

test('today is the local day', () => expect(today(new Date(2027, 2, 8, 23, 59))).toBe('2027-03-08'));
