import fc from 'fast-check';
import { expect, test } from 'vitest';
import { press, put, shift, type Move } from './order.ts';
import { shuffle } from './shuffle.ts';

const asked = {
  options: ['Childcare', 'Flexible working', 'Mentoring', 'Pay'].map((text, index) => ({ id: `o${index}`, text })),
  places: 3,
};

test('a tap gives the next place, and takes it back', () => {
  expect(press(asked, [], 'o1')).toEqual({ order: ['o1'], says: 'Flexible working is now first of 3.', full: false });
  expect(press(asked, ['o1'], 'o0')).toEqual({
    order: ['o1', 'o0'],
    says: 'Childcare is now second of 3.',
    full: false,
  });
  expect(press(asked, ['o1', 'o0'], 'o0')).toEqual({
    order: ['o1'],
    says: 'Childcare has no place any more.',
    full: false,
  });
  expect(press(asked, ['o1', 'o0', 'o2'], 'o1').says, 'who moves up is said').toBe(
    'Flexible working has no place any more. Childcare is now first.',
  );
});

test('a tap too many changes nothing and says so', () => {
  expect(press(asked, ['o0', 'o1', 'o2'], 'o3')).toEqual({ order: ['o0', 'o1', 'o2'], says: '', full: true });
});

test('the only place there is goes to the option pressed last', () => {
  const one = { ...asked, places: 1 };
  expect(press(one, ['o0'], 'o1')).toEqual({ order: ['o1'], says: 'Flexible working is now first.', full: false });
  expect(press(one, ['o0'], 'o0').order).toEqual([]);
});

test('up and down change places with the neighbour, and end at the ends', () => {
  expect(shift(asked, ['o0', 'o1'], 'o1', -1)).toEqual({
    order: ['o1', 'o0'],
    says: 'Flexible working is now first of 3, Childcare second.',
    full: false,
  });
  expect(shift(asked, ['o0', 'o1'], 'o0', 1).order).toEqual(['o1', 'o0']);
  for (const [id, by] of [
    ['o0', -1],
    ['o1', 1],
    ['o3', 1],
  ] as const) {
    expect(shift(asked, ['o0', 'o1'], id, by)).toEqual({ order: ['o0', 'o1'], says: '', full: false });
  }
});

test('a place is given by its list: exchanged, replaced, filled, emptied', () => {
  expect(put(asked, ['o0', 'o1'], 1, 'o1')).toMatchObject({
    order: ['o1', 'o0'],
    says: 'Flexible working is now first of 3, Childcare second.',
  });
  expect(put(asked, ['o0', 'o1'], 1, 'o3')).toMatchObject({
    order: ['o3', 'o1'],
    says: 'Pay is now first of 3. Childcare has no place any more.',
  });
  expect(put(asked, ['o0', 'o1'], 3, 'o3')).toMatchObject({
    order: ['o0', 'o1', 'o3'],
    says: 'Pay is now third of 3.',
  });
  expect(put(asked, ['o0', 'o1'], 3, 'o0'), 'moved to the end').toMatchObject({ order: ['o1', 'o0'] });
  expect(put(asked, ['o0', 'o1'], 1, '')).toMatchObject({
    order: ['o1'],
    says: 'Childcare has no place any more. Flexible working is now first.',
  });
  expect(put(asked, ['o0'], 1, 'o0')).toMatchObject({ order: ['o0'], says: '' });
  expect(put(asked, ['o0'], 2, '')).toMatchObject({ order: ['o0'], says: '' });
});

test('whatever is done: no option twice, none that was not asked, never more than there are places', () => {
  const options = Array.from({ length: 15 }, (_, n) => ({ id: `o${n}`, text: `Option ${n}` }));
  const id = fc.integer({ min: 0, max: 14 }).map((n) => `o${n}`);
  const act = fc.oneof(
    fc.record({ does: fc.constant('press' as const), id }),
    fc.record({ does: fc.constant('shift' as const), id, by: fc.constantFrom(1 as const, -1 as const) }),
    fc.record({ does: fc.constant('put' as const), id: fc.oneof(id, fc.constant('')), at: fc.nat({ max: 15 }) }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 15 }), fc.array(act, { maxLength: 60 }), (places, acts) => {
      let order: string[] = [];
      for (const each of acts) {
        const before = [...order];
        const given = Object.freeze([...order]);
        let move: Move;
        if (each.does === 'press') move = press({ options, places }, given, each.id);
        else if (each.does === 'shift') move = shift({ options, places }, given, each.id, each.by);
        else move = put({ options, places }, given, 1 + (each.at % Math.min(places, order.length + 1)), each.id);
        order = move.order;
        expect(new Set(order).size).toBe(order.length);
        expect(order.length).toBeLessThanOrEqual(places);
        expect(order.every((one) => options.some((option) => option.id === one))).toBe(true);
        expect(move.says !== '', 'what changes is said').toBe(order.join() !== before.join());
      }
    }),
  );
});

test('a person finds the options in the same order again; another person in another one', () => {
  const all = asked.options;
  expect(shuffle(all, 'ann:r1:1')).toEqual(shuffle(all, 'ann:r1:1'));
  expect([...shuffle(all, 'ann:r1:1')].sort((a, b) => a.id.localeCompare(b.id))).toEqual(all);
  const seen = new Set(
    Array.from({ length: 2_000 }, (_, n) =>
      shuffle(all, `p${n}:r1:1`)
        .map(({ id }) => id)
        .join(),
    ),
  );
  expect(seen.size, 'every order there is').toBe(24);
});

test('every option begins in every place about equally often', () => {
  const all = [0, 1, 2, 3, 4];
  const at = all.map(() => all.map(() => 0));
  for (let person = 0; person < 5_000; person++) {
    shuffle(all, `p${person}-x:r1:1`).forEach((option, place) => at[option]![place]!++);
  }
  for (const count of at.flat()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
});
