import { describe, expect, test } from 'vitest';
import { alike, copyFinding, length, onPhone, onStage } from './checks.ts';

describe('E8: the editor says what the room will see', () => {
  test.each([
    [46, false, 'good', 'Reads from the back.'],
    [32, false, 'look', 'Small on stage.'],
    [16, false, 'look', 'Too small on stage.'],
    [40, true, 'look', 'Does not fit on stage.'],
  ])('letters of %d px, cut off: %s', (smallest, cut, tone, title) => {
    expect(onStage({ smallest, question: 60, cut })).toMatchObject({ tone, title });
    expect(onStage({ smallest, question: 60, cut }).text).toContain(`${smallest} px of 1,080`);
  });

  test('how many options stand whole on the smallest phone', () => {
    const seen = (whole: number, options: number) => onPhone({ whole, options }, '320 × 568');
    expect(seen(6, 6)).toMatchObject({ tone: 'good', text: 'All 6 options whole on 320 × 568.' });
    expect(seen(4, 6)).toMatchObject({ tone: 'good', text: '4 of 6 options whole on 320 × 568.' });
    expect(seen(2, 6)?.tone).toBe('look');
    expect(seen(2, 2)?.tone).toBe('good');
    expect(seen(0, 0)).toBeNull();
  });

  test('a long question', () => {
    expect(length('Short?')).toBeNull();
    expect(length('x'.repeat(121))).toMatchObject({ tone: 'look' });
  });
});

test('options that the eye takes for the same are named', () => {
  expect(alike(['Café', 'cafe ', 'Tea'])).toMatchObject({ tone: 'look', text: 'Options 1 and 2 read the same.' });
  expect(alike(['+', '-', '١'])).toMatchObject({ tone: 'good', text: 'All 3 differ.' });
  expect(alike(['Only'])).toBeNull();
});

test('what is named as a copy is said to be', () => {
  expect(copyFinding('Again? (copy 2)')).toMatchObject({ tone: 'look' });
  expect(copyFinding('A (copy) of it?')).toBeNull();
});
