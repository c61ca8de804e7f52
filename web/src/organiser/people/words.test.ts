import { expect, test } from 'vitest';
import { grantText } from './words.ts';

const rooms = [
  { id: 'a', name: 'Main hall' },
  { id: 'b', name: 'Annexe' },
  { id: 'c', name: 'Library' },
];

test('a grant in words', () => {
  expect(grantText({ role: 'organiser', rooms: null }, rooms)).toBe('Organiser');
  expect(grantText({ role: 'moderator', rooms: null }, rooms)).toBe('Moderator in all rooms');
  expect(grantText({ role: 'moderator', rooms: null }, rooms.slice(0, 1))).toBe('Moderator');
  expect(grantText({ role: 'presenter', rooms: ['c', 'a', 'b'] }, rooms)).toBe(
    'Presenter in Main hall, Annexe and Library',
  );
  expect(grantText({ role: 'presenter', rooms: ['gone'] }, rooms)).toBe('Presenter, in no room that is left');
});
