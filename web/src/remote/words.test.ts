import { expect, test } from 'vitest';
import { asideLine, blocked, votedLine } from './words.ts';

const tally = { round: 1, version: 1, counts: [3], voted: 3, abstained: 2, late: 1 };

test('says how many have voted, never more than there are', () => {
  expect(votedLine({ tally }, { joined: 10, here: 2 })).toBe('3 of 10 have voted');
  expect(votedLine({ tally }, { joined: 4, here: 2 })).toBe('3 of 5 have voted');
  expect(votedLine({ tally: null }, { joined: 4, here: 2 })).toBe('0 of 4 have voted');
});

test('says who is in no bar', () => {
  expect(asideLine({ tally, abstain: 'Prefer not to say' })).toBe('2 chose “Prefer not to say”. 1 came too late.');
  expect(asideLine({ tally: { ...tally, abstained: 0, late: 0 }, abstain: 'x' })).toBe('');
});

test('gives a reason when the buttons do not work', () => {
  expect(blocked({ kind: 'live' })).toBe('');
  expect(blocked({ kind: 'offline' })).toContain('No connection');
  expect(blocked({ kind: 'refused', code: 4003, name: 'refused', message: '' })).toContain('new one');
  expect(blocked({ kind: 'refused', code: 4006, name: 'eventGone', message: 'Gone.' })).toBe('Gone.');
});
