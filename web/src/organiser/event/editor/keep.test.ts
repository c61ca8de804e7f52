import { describe, expect, test } from 'vitest';
import { FakeStorage } from '../../../protocol/fakes.ts';
import { Keep } from './keep.ts';

describe('unsaved text', () => {
  const kept = { editor: { question: 'Why?' }, base: { question: '' } };
  test('survives a reload', () => {
    const storage = new FakeStorage();
    new Keep(storage, 'e').save('a', 'p', kept);
    expect(new Keep(storage, 'e').load('a', 'p')).toEqual(kept);
    expect(new Keep(storage, 'e').load('a', null)).toBeNull();
    expect(new Keep(storage, 'other').load('a', 'p')).toBeNull();
    new Keep(storage, 'e').drop('a', 'p');
    expect(storage.items.size).toBe(0);
  });
  test('a new one of each kind is kept by itself', () => {
    const keep = new Keep(null, 'e');
    keep.save('a', null, kept);
    expect(keep.load('b', null)).toBeNull();
    expect(keep.load('a', null)).toEqual(kept);
  });
  test('is kept in memory where storage is forbidden or full', () => {
    const refuse = () => {
      throw new Error('refused');
    };
    for (const storage of [null, { getItem: refuse, setItem: refuse, removeItem: refuse }]) {
      const keep = new Keep(storage, 'e');
      keep.save('a', null, kept);
      expect(keep.load('a', null)).toEqual(kept);
      keep.drop('a', null);
      expect(keep.load('a', null)).toBeNull();
    }
  });
});
