import { expect, test } from 'vitest';
import type { NumberEntry } from './chart.ts';
import reporting from './index.ts';

const entry = {
  kind: 'number',
  room: 'Main hall',
  question: 'In how many years?',
  state: 'locked',
  terms: { min: '0', max: '100', step: '1', unit: 'years', right: '30' },
  connected: 12,
  voted: 10,
  abstained: 0,
  notShown: 0,
  width: 1,
  counts: [
    { from: '10', to: '10', count: 4 },
    { from: '20', to: '20', count: 6 },
  ],
} as unknown as NumberEntry;

test('the finding says median, middle half and the right value', () => {
  expect(reporting.finding(entry)).toEqual(['Median 20\u00a0years, middle half 10 to 20. Right value: 30\u00a0years.']);
  expect(reporting.base(entry)).toBe('10 of 12 gave a number');
  expect(reporting.method!(entry)).not.toContain('About');
  const wide = { ...entry, terms: { ...entry.terms, max: '4000', right: null }, width: 10 };
  expect(reporting.finding(wide)).toEqual(['Median about 25\u00a0years, middle half about 15 to 25.']);
  expect(reporting.method!(wide)).toContain('“About”');
  expect(reporting.finding({ ...entry, voted: 0, counts: [] }), 'of nobody nothing').toBeNull();
});
