import fc from 'fast-check';
import { expect, test } from 'vitest';
import { poll } from '../testing.ts';
import { clear, fits, left, nothing, oddOne, pointsFor, spread, step, type, type Selection } from './selection.ts';

const of = (...points: number[]): Selection => ({
  points: Object.fromEntries(points.map((each, index) => [`o${index}`, each])),
  abstain: false,
  full: false,
});

test('what is left counts down, and below nothing when there are too many', () => {
  expect(left(poll, nothing)).toBe(100);
  expect(left(poll, of(40, 35))).toBe(25);
  expect(left(poll, of(60, 60))).toBe(-20);
  expect(fits(poll, of(40, 35, 25))).toBe(true);
  expect(fits(poll, of(40, 35))).toBe(false);
  expect(fits(poll, of(60, 60))).toBe(false);
  expect(fits(poll, { ...nothing, abstain: true })).toBe(true);
});

test('buttons go to the next step, never below none, nor beyond what is left', () => {
  expect(pointsFor(step(poll, nothing, 'o0', 1), 'o0')).toBe(5);
  expect(pointsFor(step(poll, of(5), 'o0', -1), 'o0')).toBe(0);
  expect(pointsFor(step(poll, nothing, 'o0', -1), 'o0')).toBe(0);
  expect(pointsFor(step(poll, of(33), 'o0', 1), 'o0'), 'from a number that is no step').toBe(35);
  expect(pointsFor(step(poll, of(33), 'o0', -1), 'o0')).toBe(30);
  expect(step(poll, of(60, 40), 'o0', 1)).toMatchObject({ points: { o0: 60 }, full: true });
  expect(step(poll, of(60, 60), 'o2', 1)).toMatchObject({ full: true });
  expect(step(poll, { ...nothing, abstain: true }, 'o0', 1)).toMatchObject({ abstain: false });
});

test('what is typed is kept as it is, as far as it is a number', () => {
  const typed = (text: string) => pointsFor(type(poll, nothing, 'o1', text), 'o1');
  expect(['40', '033', '', '-5', '12.5', '1e1', 'x', '99999999'].map(typed)).toEqual([40, 33, 0, 0, 12.5, 10, 0, 1000]);
  expect(oddOne(poll, of(40, 33))).toMatchObject({ text: 'Time' });
  expect(oddOne(poll, of(40, 35))).toBeUndefined();
});

test('spread evenly: all of them, in whole steps, no two options more than a step apart, the first ones first', () => {
  expect(spread(poll)).toEqual(of(35, 35, 30));
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 10 }),
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 1, max: 10 }),
      (n, steps, each) => {
        const options = Array.from({ length: n }, (_, index) => ({ id: `o${index}`, text: `Option ${index}` }));
        const asked = { options, total: steps * each, step: each };
        const points = options.map(({ id }) => pointsFor(spread(asked), id));
        expect(points.reduce((sum, one) => sum + one, 0)).toBe(asked.total);
        expect(points.every((one) => one % each === 0)).toBe(true);
        expect(Math.max(...points) - Math.min(...points)).toBeLessThanOrEqual(each);
        expect([...points].sort((a, b) => b - a)).toEqual(points);
      },
    ),
  );
});

test('whatever is pressed: never more than there are, never less than none, always steps', () => {
  const act = fc.oneof(
    fc.record({ id: fc.nat({ max: 2 }), by: fc.constantFrom(1 as const, -1 as const) }),
    fc.constantFrom('spread' as const, 'clear' as const),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 80 }), (acts) => {
      let selection = nothing;
      for (const each of acts) {
        if (each === 'spread') selection = spread(poll);
        else if (each === 'clear') selection = clear();
        else selection = step(poll, selection, `o${each.id}`, each.by);
        expect(left(poll, selection)).toBeGreaterThanOrEqual(0);
        expect(oddOne(poll, selection)).toBeUndefined();
        expect(Object.values(selection.points).every((points) => points >= 0)).toBe(true);
      }
    }),
  );
});
