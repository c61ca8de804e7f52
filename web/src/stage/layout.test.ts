import { expect, test } from 'vitest';
import { arrange, joinSizes, lines, squeezed, textWidth, type Space } from './layout.ts';

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
  const { columns, label, bar } = arrange(content(2), wide);
  expect(columns).toBe(1);
  expect(label).toBeGreaterThanOrEqual(3.5);
  expect(bar).toBeGreaterThanOrEqual(3);
  expect(arrange(content(2), wide).question).toBeGreaterThan(label);
});

test('without options the question has its size, and the rest of the stage is one row', () => {
  for (const bars of [true, false]) {
    const size = arrange(content(0, { bars }), wide);
    expect(size).toMatchObject({ question: 4.2, columns: 1, rows: 1 });
    expect(size.row).toBeGreaterThan(20);
    for (const each of Object.values(size)) expect(each).toBeLessThan(54);
  }
});

test('twenty options stand in two columns and stay legible', () => {
  for (const space of [wide, old]) {
    const { columns, rows, label } = arrange(content(20), space);
    expect([columns, rows]).toEqual([2, 10]);
    expect(label).toBeGreaterThanOrEqual(1.5);
  }
});

test('up to six options stay in one column', () => {
  for (let count = 2; count <= 6; count++) expect(arrange(content(count), wide).columns).toBe(1);
});

test('more options never get larger labels, but for the step to two columns', () => {
  const all = Array.from({ length: 19 }, (_, index) => arrange(content(index + 2), wide));
  for (const columns of [1, 2]) {
    const labels = all.filter((it) => it.columns === columns).map((it) => it.label);
    expect(labels).toEqual([...labels].sort((a, b) => b - a));
  }
  expect(all.map((it) => it.columns).join('')).toMatch(/^1+2+$/);
});

test('a long question shrinks by steps', () => {
  const sizes = [30, 100, 150, 200, 300].map(
    (length) => arrange(content(6, { question: 'ab cdefghi'.repeat(length / 10) }), wide).question,
  );
  expect(sizes[0]).toBe(3.8);
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  expect(sizes[4]).toBeLessThan(3);
  expect(sizes[4]).toBeGreaterThanOrEqual(2.1);
});

test.each([wide, old, { width: 130, height: 54 }, { width: 96, height: 170 }])(
  'everything fits its height at every zoom: %o',
  (space) => {
    for (const zoom of [0.7, 1, 1.6]) {
      for (const bars of [true, false]) {
        for (let count = 2; count <= 20; count++) {
          for (const text of [
            'Yes',
            'Mentoring and coaching',
            'A long answer of many words. '.repeat(4),
            'x'.repeat(200),
          ]) {
            for (const question of ['Why?', 'Word and word '.repeat(21)]) {
              const it = arrange({ question, options: options(count, text), bars }, space, zoom);
              const asked = lines(question, it.question, space.width - 9.2) * it.question * 1.18;
              const row = it.label * 1.2 + it.bar;
              const tallest = it.label * it.labelLines * 1.2;
              const named = `${count} × ${text.length}, ${question.length}, zoom ${zoom}, bars ${bars}`;
              expect(asked + it.rows * Math.max(row, tallest), named).toBeLessThanOrEqual(space.height - 12);
              expect(it.label, named).toBeGreaterThanOrEqual(0.7);
              expect(it.columns * it.rows).toBeGreaterThanOrEqual(count);
            }
          }
        }
      }
    }
  },
);

test('zoom makes letters larger or smaller and keeps the columns', () => {
  for (const count of [2, 6, 20]) {
    const [less, as, more] = [0.8, 1, 1.25].map((zoom) => arrange(content(count), wide, zoom));
    expect(less!.label).toBeLessThan(as!.label);
    expect(more!.label).toBeGreaterThanOrEqual(as!.label);
    expect(new Set([less!.columns, as!.columns, more!.columns]).size).toBe(1);
  }
});

test('wide scripts count double, and lines are broken between words', () => {
  expect(textWidth('組織文化')).toBeGreaterThan(textWidth('abcd') * 1.5);
  expect(lines('short', 2, 80)).toBe(1);
  expect(lines('word '.repeat(40), 2, 80)).toBeGreaterThanOrEqual(3);
});

test('gives way by steps and stops before letters get too small', () => {
  const planned = arrange(content(20), wide);
  const labels = [0, 1, 2, 4, 8, 20].map((steps) => squeezed(planned, steps).label);
  expect(labels[0]).toBe(planned.label);
  expect(labels).toEqual([...labels].sort((a, b) => b - a));
  expect(labels.at(-1)).toBe(0.8);
  expect(squeezed(planned, 4, planned.row * 2).labelLines).toBeGreaterThan(squeezed(planned, 4).labelLines);
});

test('the code on the join screen is huge, and a long address shrinks instead', () => {
  for (const space of [wide, old]) {
    const short = joinSizes('Conference', 'vote.example.org', 'H7K 2MQ', space);
    expect(short.code).toBeGreaterThan(7);
    expect(joinSizes('Conference', 'a-very-long-name.of-a-host.example.org:8443', 'H7K 2MQ', space).host).toBeLessThan(
      short.host,
    );
  }
});
