import { expect, test } from 'vitest';
import { arrange, joinSizes, LANE, LEAST, type Space } from './layout.ts';
import { lines, textWidth } from './measure.ts';

const wide: Space = { width: 96, height: 54 };
const old: Space = { width: 96, height: 72 };
const options = (count: number, text = 'Flexible working') => Array.from({ length: count }, () => text);
const content = (count: number, over = {}) => ({
  question: 'What should be our first priority?',
  options: options(count),
  bars: true,
  ...over,
});

test('two options are grand', () => {
  const { columns, label, figure, bar, question } = arrange(content(2), wide);
  expect(columns).toBe(1);
  expect(label).toBeGreaterThanOrEqual(4);
  expect(figure).toBeGreaterThan(label);
  expect(bar).toBeGreaterThanOrEqual(3);
  expect(question).toBeGreaterThanOrEqual(3.6);
});

test('six options have the sizes of the design: question 80, label 44, figure 53, count 36 px', () => {
  const { question, label, figure, count, columns } = arrange(content(6, { question: 'What first?' }), wide);
  expect([question, label, columns]).toEqual([4, 2.2, 1]);
  expect(figure * 20).toBeCloseTo(52.8);
  expect(count * 20).toBeCloseTo(36, 0);
});

test('without options the rest of the stage is one row', () => {
  for (const bars of [true, false]) {
    const size = arrange(content(0, { bars }), wide);
    expect(size).toMatchObject({ pages: 1, foot: 'full' });
    expect(size.room.height).toBeGreaterThan(20);
  }
});

test('two columns from eleven options, and the foot is smaller there', () => {
  for (let count = 2; count <= 9; count++) expect(arrange(content(count), wide)).toMatchObject({ columns: 1 });
  for (const space of [wide, old]) {
    const { columns, rows, foot, label } = arrange(content(20), space);
    expect([columns, rows, foot]).toEqual([2, 10, 'small']);
    expect(label).toBeGreaterThanOrEqual(LEAST);
  }
});

test('a long question shrinks by steps', () => {
  const sizes = [10, 100, 150, 200, 300].map(
    (length) => arrange(content(6, { question: 'ab cdefghi'.repeat(length / 10) }), wide).question,
  );
  expect(sizes[0]).toBe(4);
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  expect(sizes[4]).toBeGreaterThanOrEqual(LEAST);
});

const LONG = 'A long answer of many words. '.repeat(7).slice(0, 200);

test('E8 nothing is under 28 px: first the foot gives way, then the stage pages through', () => {
  const short = arrange(content(20), wide);
  expect(short).toMatchObject({ pages: 1, foot: 'small' });
  const long = arrange(content(20, { options: options(20, LONG) }), wide);
  expect(long.foot).not.toBe('full');
  expect(long.pages).toBeGreaterThan(1);
  expect(long.pages).toBeLessThanOrEqual(5);
  expect(long.rows * long.columns * long.pages).toBeGreaterThanOrEqual(20);
});

test.each([wide, old, { ...wide, lane: LANE }, { width: 130, height: 54 }, { width: 96, height: 170 }])(
  'E8 everything fits its height at every zoom, and can be read: %o',
  (space) => {
    for (const zoom of [0.7, 1, 1.6]) {
      for (const bars of [true, false]) {
        for (const count of [2, 3, 6, 9, 11, 20]) {
          for (const text of ['Yes', 'Mentoring and coaching', LONG, 'x'.repeat(200)]) {
            for (const question of ['Why?', 'Word and word '.repeat(21)]) {
              const it = arrange({ question, options: options(count, text), bars }, space, zoom);
              const named = `${count} × ${text.length}, ${question.length}, zoom ${zoom}, bars ${bars}`;
              for (const size of [it.label, it.question, ...(bars ? [it.figure, it.count] : [])]) {
                expect(size, named).toBeGreaterThanOrEqual(LEAST);
              }
              const foot = { full: 8.4, small: 5.6, line: 3 }[it.foot];
              const asked = it.questionLines * it.question * 1.12;
              expect(asked + it.room.height + foot, named).toBeLessThanOrEqual(space.height + 0.01);
              expect(it.columns * it.rows * it.pages, named).toBeGreaterThanOrEqual(count);
            }
          }
        }
      }
    }
  },
);

test('zoom makes letters larger or smaller and keeps the columns', () => {
  for (const count of [2, 6]) {
    const [less, as, more] = [0.8, 1, 1.25].map((zoom) => arrange(content(count), wide, zoom));
    expect(less!.label).toBeLessThan(as!.label);
    expect(more!.label).toBeGreaterThanOrEqual(as!.label);
    expect(new Set([less!.columns, as!.columns, more!.columns]).size).toBe(1);
  }
});

test('options alone stand in tiles with larger letters than beside numbers', () => {
  for (const count of [2, 4, 6, 10]) {
    const tiles = arrange(content(count, { bars: false }), wide);
    expect(tiles.label, `${count}`).toBeGreaterThanOrEqual(arrange(content(count), wide).label);
    expect(tiles.pad).toBeGreaterThan(0);
  }
});

test('E6 nothing is planned for the lane', () => {
  expect(arrange(content(6), { ...wide, lane: LANE }).room.width).toBe(arrange(content(6), wide).room.width - LANE);
});

test('wide scripts count double, and lines are broken between words', () => {
  expect(textWidth('組織文化')).toBeGreaterThan(textWidth('abcd') * 1.5);
  expect(lines('short', 2, 80)).toBe(1);
  expect(lines('word '.repeat(40), 2, 80)).toBeGreaterThanOrEqual(3);
  expect(lines('x'.repeat(100), 2, 40)).toBe(3);
});

test('the code on the join screen is huge, and a long address shrinks instead', () => {
  for (const space of [wide, old, { ...wide, lane: LANE }]) {
    const short = joinSizes('Conference', 'vote.example.org', 'H7K 2MQ', space);
    expect(short.code).toBeGreaterThan(6.5);
    expect(joinSizes('Conference', 'a-very-long-name.of-a-host.example.org:8443', 'H7K 2MQ', space).host).toBeLessThan(
      short.host,
    );
  }
});
