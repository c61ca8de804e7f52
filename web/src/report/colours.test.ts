import { expect, test } from 'vitest';
import { contrast, parseHex } from '../ui/contrast.ts';
import { colours } from './colours.ts';

const GROUNDS = { light: ['#ffffff', '#faf8f4', '#ece6ef'], dark: ['#15112a', '#1f193b', '#251e49'] };

test.each(['#ffffff', '#000000', '#ffe000', '#0b5563', '#d4351c', '#808080'])(
  '%s is seen and read on the grounds of both themes',
  (own) => {
    const all = colours({ theme: 'dark', ground: '#101010', bar: own, leader: own });
    expect(Object.keys(all)).toHaveLength(8);
    for (const [name, colour] of Object.entries(all)) {
      const least = /bar$|leader$/.test(name) ? 3 : 4.5;
      for (const ground of GROUNDS[name.startsWith('--light') ? 'light' : 'dark']) {
        const ratio = contrast(parseHex(colour)!, parseHex(ground)!);
        expect(ratio, `${name} ${colour} on ${ground}`).toBeGreaterThanOrEqual(least - 0.05);
      }
    }
  },
);

test('without colours of a host nothing is replaced', () => {
  expect(colours(undefined)).toEqual({});
  expect(colours({ theme: 'light', ground: '#fdf6ec', bar: null, leader: null })).toEqual({});
  expect(Object.keys(colours({ theme: 'light', ground: null, bar: null, leader: '#a8421b' }))).toEqual([
    '--light-leader',
    '--light-leader-ink',
    '--dark-leader',
    '--dark-leader-ink',
  ]);
});
