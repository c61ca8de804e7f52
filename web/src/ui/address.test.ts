import { expect, test } from 'vitest';
import { roomAddress } from './address.ts';

test('reads event, room and secret', () => {
  const expected = { event: 'k3v9', room: 'r1', secret: 'S-e_cret' };
  expect(roomAddress({ pathname: '/stage/k3v9/r1', hash: '#S-e_cret' })).toEqual(expected);
  expect(roomAddress({ pathname: '/remote/k3v9/r1/', hash: '#S-e_cret' })).toEqual(expected);
});

test.each([
  ['/stage/k3v9/r1', ''],
  ['/stage/k3v9/r1', '#'],
  ['/stage/k3v9', '#s'],
  ['/stage', '#s'],
  ['/stage/k3v9/r1/more', '#s'],
])('knows a link that was cut short: %s%s', (pathname, hash) => {
  expect(roomAddress({ pathname, hash })).toBeNull();
});
