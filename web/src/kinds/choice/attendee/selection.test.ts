import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Poll } from '../../../protocol/messages.gen.ts';
import { ABSTAIN, nothing, press } from './selection.ts';

const poll = (maxChoices: number, abstain: string | null = 'Prefer not to say'): Poll => ({
  kind: 'poll',
  id: 'p',
  round: 1,
  question: 'Q?',
  maxChoices,
  abstain,
  state: 'open',
  results: 'hidden',
  tally: null,
  options: ['a', 'b', 'c', 'd', 'none'].map((id) => ({ id, text: id, exclusive: id === 'none' })),
});
const after = (maxChoices: number, ...presses: string[]) =>
  presses.reduce((before, value) => press(poll(maxChoices), before, value), nothing);

test('single choice replaces', () => {
  expect(after(1, 'a', 'b')).toMatchObject({ choice: ['b'] });
  expect(after(1, 'a', ABSTAIN)).toMatchObject({ choice: [], abstain: true });
  expect(after(1, ABSTAIN, ABSTAIN)).toMatchObject({ abstain: true });
});

test('multiple choice toggles, and says when one is too many', () => {
  expect(after(2, 'a', 'b', 'a')).toEqual({ choice: ['b'], abstain: false, tooMany: false });
  expect(after(2, 'a', 'b', 'c')).toEqual({ choice: ['a', 'b'], abstain: false, tooMany: true });
  expect(after(2, 'a', 'b', 'c', 'a', 'c')).toEqual({ choice: ['b', 'c'], abstain: false, tooMany: false });
});

test('what excludes the others stands alone', () => {
  expect(after(2, 'a', 'b', 'none')).toMatchObject({ choice: ['none'], tooMany: false });
  expect(after(3, 'none', 'a')).toMatchObject({ choice: ['a'] });
  expect(after(3, 'a', ABSTAIN)).toMatchObject({ choice: [], abstain: true });
  expect(after(3, ABSTAIN, 'a')).toMatchObject({ choice: ['a'], abstain: false });
  expect(after(3, ABSTAIN, ABSTAIN)).toMatchObject({ choice: [], abstain: false });
});

test('whatever is pressed, the selection fits the poll', () => {
  const presses = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'none', ABSTAIN), { maxLength: 20 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), presses, (most, values) => {
      const { choice, abstain } = after(most, ...values);
      expect(choice.length).toBeLessThanOrEqual(most);
      expect(new Set(choice).size).toBe(choice.length);
      if (choice.includes('none')) expect(choice).toEqual(['none']);
      if (abstain) expect(choice).toEqual([]);
    }),
  );
});
