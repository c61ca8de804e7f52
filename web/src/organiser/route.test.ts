import { expect, test } from 'vitest';
import { accountLink, address, invitation, route, setupToken } from './route.ts';

test.each([
  ['/organiser', { page: 'events' }],
  ['/organiser/', { page: 'events' }],
  ['/organiser/events/k3v9ab2m', { page: 'event', event: 'k3v9ab2m' }],
  ['/organiser/events/k3v9ab2m/', { page: 'event', event: 'k3v9ab2m' }],
  ['/organiser/events/k3v9ab2m/rooms/r2x', { page: 'event', event: 'k3v9ab2m', room: 'r2x' }],
  ['/organiser/events/', { page: 'events' }],
  ['/organiser/events/a/b', { page: 'events' }],
])('%s', (path, expected) => expect(route(path)).toEqual(expected));

test('an address leads back to its route', () => {
  expect(route(address({ page: 'event', event: 'k3v9ab2m' }))).toEqual({ page: 'event', event: 'k3v9ab2m' });
  expect(route(address({ page: 'event', event: 'k3v9ab2m', room: 'r2' }))).toEqual({
    page: 'event',
    event: 'k3v9ab2m',
    room: 'r2',
  });
  expect(route(address({ page: 'events' }))).toEqual({ page: 'events' });
  expect(route(address({ page: 'account' }))).toEqual({ page: 'account' });
  expect(route(address({ page: 'audit' }))).toEqual({ page: 'audit' });
});

test('finds the token of a set-up link', () => {
  expect(setupToken('#setup=Ab-_9')).toBe('Ab-_9');
  expect(setupToken('#setup=')).toBeNull();
  expect(setupToken('')).toBeNull();
  expect(invitation('#invite=e1.Ab-_9')).toBe('e1.Ab-_9');
  expect(invitation('#setup=x')).toBeNull();
});

test('finds what a link into an account holds', () => {
  expect(accountLink('#sign-in=acc.Ab9')).toEqual({ kind: 'sign-in', link: 'acc.Ab9' });
  expect(accountLink('#reset=acc.Ab9')).toEqual({ kind: 'reset', link: 'acc.Ab9' });
  expect(accountLink('#setup=x')).toBeNull();
});
