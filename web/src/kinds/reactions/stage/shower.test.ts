import { expect, test } from 'vitest';
import { MOST, MOST_OF_ONE, Shower } from './shower.ts';

const counts = { clap: 0, heart: 0, idea: 0, question: 0 };

test('what is shown rises over the half second until the next frame, and is gone in the end', () => {
  const shower = new Shower(() => 0.5);
  shower.add({ ...counts, clap: 3, idea: 1 }, 1_000);
  expect(shower.bubbles.map(({ kind }) => kind)).toEqual(['clap', 'clap', 'clap', 'idea']);
  expect(shower.bubbles.every(({ starts }) => starts >= 1_000 && starts < 1_500)).toBe(true);
  const [first] = shower.bubbles;
  expect(shower.look(first!, 1_000)).toBeNull();
  const looks = [1_300, 2_000, 3_000, 4_000].map((now) => shower.look(first!, now)!);
  for (const [i, look] of looks.entries()) {
    expect(look.alpha).toBeGreaterThan(0);
    if (i > 0) expect(look.y).toBeGreaterThan(looks[i - 1]!.y);
  }
  expect(shower.look(first!, 9_000)).toBeNull();
  expect(shower.rising(4_000)).toBe(true);
  expect(shower.rising(9_000)).toBe(false);
});

test('a thousand claps are not a thousand shapes, but larger ones', () => {
  const shower = new Shower(() => 0.5);
  shower.add({ ...counts, clap: 1 }, 0);
  const small = shower.bubbles[0]!.size;
  shower.add({ ...counts, clap: 1_000 }, 10);
  expect(shower.bubbles).toHaveLength(1 + MOST_OF_ONE);
  expect(shower.bubbles.at(-1)!.size).toBeGreaterThan(small);
  for (let i = 0; i < 50; i++) shower.add({ clap: 1_000, heart: 1_000, idea: 1_000, question: 1_000 }, 20 + i);
  expect(shower.bubbles).toHaveLength(MOST);
  shower.add({ ...counts, heart: 1 }, 60_000);
  expect(shower.bubbles).toHaveLength(1);
});
