import { describe, expect, test } from 'vitest';
import { FakeClock } from '../../../protocol/fakes.ts';
import { counted, qa, question } from './fakes.ts';
import { handsAt } from './hands.ts';
import { Hold } from './hold.ts';
import { difference } from './labels.ts';
import { actsOf, bulkActs, receives } from './may.ts';
import { askingWords, clock, elsewhere, queueText } from './sentences.ts';
import { numberProblem, usual } from './settings.ts';
import { inverses, undoing } from './undo.ts';

test('a hand that passes over many questions is told once a second, the newest place', () => {
  const told: (string | null)[] = [];
  const time = new FakeClock();
  const hold = new Hold(time, (id) => told.push(id));
  for (const id of ['a', 'b', 'c', 'd']) hold.move(id);
  expect(told).toEqual(['a']);
  time.advance(1_000);
  expect(told).toEqual(['a', 'd']);
  hold.move('d');
  hold.move(null);
  time.advance(1_000);
  expect(told).toEqual(['a', 'd', null]);
  hold.move('e');
  hold.forgotten();
  time.advance(2_000);
  expect(told).toEqual(['a', 'd', null, 'e']);
});

describe('sentences', () => {
  test('of hands', () => {
    const hand = (who: string, id = 'a') => ({ hand: who, who, id });
    expect(handsAt([hand('One'), hand('One'), hand('Two', 'b')], 'a')).toBe('One is here');
    expect(handsAt([hand('One'), hand('Two'), hand('Three')], 'a')).toBe('One, Two and Three are here');
    expect(handsAt([], 'a')).toBeNull();
  });

  test('of what somebody else did', () => {
    expect(elsewhere(question('a', { state: 'declined' })).replace(/[\u2068\u2069]/g, '')).toBe(
      'Another moderator declined this just now: “Question a?”',
    );
    expect(elsewhere(question('a', { state: 'live', by: 'remote' }))).toMatch(/^The remote made this/);
    expect(elsewhere(question('a', { state: 'published', by: 'One' }))).toMatch(/^\u2068One\u2069 published this/);
    expect(elsewhere(question('a', { state: 'withdrawn' })).replace(/[\u2068\u2069]/g, '')).toBe(
      'Its asker withdrew this just now: “Question a?”',
    );
  });

  test('of asking, of how many wait, and of time', () => {
    expect(askingWords(qa({ asking: false }))).toContain('Nobody can ask now');
    expect(askingWords(qa({ state: 'locked' }))).toContain('Read only');
    const left = 'not yet erased on copy 10.0.0.3:6379 of the store.';
    expect(askingWords(qa({ state: 'final', anonymised: false }), left)).toContain(`Final, ${left}`);
    expect(askingWords(qa({ state: 'final', anonymised: false }))).toContain('is being destroyed');
    expect(askingWords(qa({ state: 'final', anonymised: true }), left)).toContain('nobody can find out');
    const counts = counted([
      question('a'),
      question('b', { state: 'live' }),
      question('c', { state: 'answered' }),
      question('d', { state: 'merged' }),
    ]);
    expect([queueText(counts), queueText(counted([]))]).toEqual(['1 question waiting.', 'No questions waiting.']);
    expect(
      [clock(30_211_440, 'Mars/Olympus'), clock(30_211_440, 'GMT+99')],
      'R6 a zone that the browser does not know',
    ).toEqual(['04:00 UTC', '04:00 UTC']);
    expect([clock(30_211_440, 'UTC'), clock(30_211_440, 'Asia/Kolkata')]).toEqual(['04:00', '09:30']);
  });
});

test('acts depend on where a question stands; of an erased one only its place changes', () => {
  expect(actsOf(question('a')).slice(0, 3)).toEqual(['approve', 'decline', 'merge']);
  expect(
    ['waiting', 'published', 'archived', 'merged'].map((state) => actsOf({ state, text: undefined } as never)),
  ).toEqual([['archive'], ['archive'], [], []]);
  expect(bulkActs([question('a'), question('b', { state: 'declined' })])).toEqual(['approve', 'label']);
  expect([receives(question('a')), receives(question('b', { state: 'declined' }))]).toEqual([true, false]);
});

test('labels of several questions: those only some have stay', () => {
  expect(difference([['pay', 'board'], ['pay']], ['men'])).toEqual({ add: ['men'], remove: ['pay'] });
  expect(difference([['pay']], ['pay'])).toBeNull();
});

test('only what nobody changed since is undone', () => {
  const done = {
    words: '',
    items: [
      { id: 'a', rev: 2 },
      { id: 'b', rev: 2 },
    ],
    back: () => [],
  };
  expect(
    undoing(
      done,
      new Map([
        ['a', question('a', { rev: 2 })],
        ['b', question('b', { rev: 3 })],
      ]),
    ),
  ).toEqual([{ id: 'a', rev: 2 }]);
  expect(undoing(done, new Map([['a', question('a', { rev: 1 })]]))).toHaveLength(2);
});

test('what undoes an act depends on how each question stood before', () => {
  const each = (...acts: Parameters<typeof inverses>) => inverses(...acts).map(({ act, ids }) => [act, [...ids]]);
  const answer = { kind: 'answer', text: 'No.' } as const;
  expect(
    each(answer, [
      question('a', { state: 'published' }),
      question('b', { state: 'answered', answer: 'Yes.' }),
      question('c', { state: 'answered' }),
    ]),
  ).toEqual([
    [{ kind: 'restore' }, ['a']],
    [{ kind: 'answer', text: 'Yes.' }, ['b']],
  ]);
  expect(
    each({ kind: 'label', add: ['pay', 'board'], remove: ['men'] }, [
      question('a', { labels: ['pay'] }),
      question('b'),
    ]),
  ).toEqual([
    [{ kind: 'label', add: [], remove: ['board'] }, ['a']],
    [{ kind: 'label', add: [], remove: ['pay', 'board'] }, ['b']],
  ]);
  expect(
    each({ kind: 'restore' }, [question('a', { state: 'declined' }), question('b', { state: 'archived' })]),
  ).toEqual([[{ kind: 'archive' }, ['b']]]);
});

test('settings', () => {
  expect(usual(null)).toMatchObject({ state: 'draft', check: 'before' });
  expect(usual(qa({ state: 'final' })).state).toBe('locked');
  expect(
    [numberProblem('maxLength', 300), numberProblem('perPerson', 51), numberProblem('perPerson', Number.NaN)].map(
      Boolean,
    ),
  ).toEqual([false, true, true]);
});
