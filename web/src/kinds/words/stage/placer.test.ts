import { expect, test } from 'vitest';
import { Placer, type Frame, type Term } from './placer.ts';

const frame: Frame = { width: 86, height: 33, least: 1.4, most: 7, measure: (text) => text.length * 0.58 };
const term = (text: string, count: number): Term => ({ id: text, text, count });

test('the first word is large and in the middle', () => {
  const { words, left } = new Placer(frame).next([term('childcare', 3)]);
  expect(left).toBe(0);
  expect(words[0]).toMatchObject({ text: 'childcare', x: 0, y: 0 });
  expect(words[0]!.size).toBeGreaterThan(2.5);
  expect(new Placer(frame).next([])).toEqual({ words: [], left: 0 });
});

test('a word that comes late and rises gets the size that its number gives it, though there is no room left', () => {
  const placer = new Placer(frame);
  const many = Array.from({ length: 140 }, (_, n) => term(`word number ${n}`, 1));
  const full = placer.next(many);
  expect(full.left).toBeGreaterThan(20);
  const late = term('pay gap', 2);
  expect(placer.next([...many, late]).words[0]!.text).toBe('pay gap');
  let picture = placer.next(many);
  for (let count = 3; count < 60; count += 8) picture = placer.next([...many, { ...late, count }]);
  const alone = new Placer(frame).next([...many, { ...late, count: 59 }]);
  expect(picture.words[0]!.text).toBe('pay gap');
  expect(picture.words[0]!.size).toBeGreaterThanOrEqual(alone.words[0]!.size * 0.85);
});

test('who had to make room is counted, and comes back with more people, or where it was', () => {
  const placer = new Placer(frame);
  const many = Array.from({ length: 140 }, (_, n) => term(`word number ${n}`, 1));
  const before = placer.next(many).words;
  const large = term('more flexible hours for parents', 60);
  placer.next([...many, large]);
  const now = placer.next([...many, large]).words;
  const gone = before.filter(({ id }) => !now.some((word) => word.id === id));
  expect(gone.length).toBeGreaterThan(0);
  const back = placer.next(many).words;
  for (const word of gone) {
    const again = back.find(({ id }) => id === word.id);
    if (again) expect([again.x, again.y]).toEqual([word.x, word.y]);
  }
  const rises = { ...gone[0]!, count: 30 };
  const after = placer.next([...many.filter(({ id }) => id !== rises.id), rises, large]);
  expect(after.words.map(({ id }) => id)).toContain(rises.id);
});

test('a word with another text stays where it is, if it has room there', () => {
  const placer = new Placer(frame);
  const [, other] = placer.next([term('sponsors', 4), term('time', 3)]).words;
  const renamed = placer.next([term('sponsors', 4), { id: 'time', text: 'more time', count: 3 }]).words[1]!;
  expect(renamed).toMatchObject({ text: 'more time', x: other!.x, y: other!.y });
});

test('a text that is wider than the frame is left to the list', () => {
  const narrow = new Placer({ ...frame, width: 20 });
  const { words, left } = narrow.next([term('x'.repeat(40), 9), term('time', 1)]);
  expect([words.map(({ text }) => text), left]).toEqual([['time'], 1]);
});
