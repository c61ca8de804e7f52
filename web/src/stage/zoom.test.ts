import { expect, test } from 'vitest';
import { FakeStorage } from '../protocol/fakes.ts';
import { keepZoom, keptZoom, nextZoom, ZOOMS } from './zoom.ts';

test('steps between its ends', () => {
  expect(nextZoom(1, 1)).toBe(1.1);
  expect(nextZoom(1, -1)).toBe(0.9);
  expect(nextZoom(ZOOMS.at(-1)!, 1)).toBe(ZOOMS.at(-1));
  expect(nextZoom(ZOOMS[0]!, -1)).toBe(ZOOMS[0]);
});

test('remembers, and forgives a storage that does not', () => {
  const storage = new FakeStorage();
  expect(keptZoom(storage)).toBe(1);
  keepZoom(storage, 1.25);
  expect(keptZoom(storage)).toBe(1.25);
  storage.items.set('plenary.stage.zoom', '40');
  expect(keptZoom(storage)).toBe(1);
  const broken = {
    getItem: () => {
      throw new Error('forbidden');
    },
    setItem: () => {
      throw new Error('full');
    },
    removeItem: () => undefined,
  };
  keepZoom(broken, 1.25);
  expect(keptZoom(broken)).toBe(1);
  expect(keptZoom(null)).toBe(1);
});
