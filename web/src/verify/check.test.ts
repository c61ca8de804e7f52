import { expect, test } from 'vitest';
import { canonical, find, hash, read, receipt } from './check.ts';
import { sha256 } from './sha256.ts';

const poll = (id: string, round: number, ...shown: string[]) => ({
  id,
  round,
  question: `Question ${id}?`,
  ballots: shown.map(() => ['a']),
  receipts: shown.map((each) => hash({ id, round }, each)).sort(),
});
const counts = (a: number, b: number) => [
  { id: 'a', count: a },
  { id: 'b', count: b },
];
const file = (...results: object[]) => {
  const rest = { format: 'plenary-results', version: 1, event: { name: 'Spring conference' }, results };
  return JSON.stringify({ ...rest, digest: `sha256:${sha256(canonical(rest))}` }, null, 2);
};

// The same value as in VoterKeysTest.java.
test('a receipt is hashed as the server does', () =>
  expect(hash({ id: 'p7q2priority', round: 1 }, '58KBR-CR92F')).toBe(
    '29fb7dbf8d3513d70841b2d7e3e51a5833ae9af62c38cc4d3d656e211604e4f4',
  ));

// The same values as in CanonicalTest.java.
test('there is one form of every content', () => {
  expect(
    canonical({
      '\u20ac': 'a',
      '\r': [56, { d: true, 10: null, 1: [] }],
      '\ufb33': {},
      '\ud83d\ude00': 33.3,
      1: 100.0,
    }),
  ).toBe('{"\\r":[56,{"1":[],"10":null,"d":true}],"1":100,"\u20ac":"a","\ud83d\ude00":33.3,"\ufb33":{}}');
  expect(sha256(canonical({ version: 1, name: 'é' }))).toBe(
    '0eae4659026698f17c83016cb3340b6a0828de90958a89692276d936b57d5def',
  );
});

test('a receipt is found in the poll that counted it', () => {
  const found = read(
    file(poll('p', 2, '7F4KQ-2MX9A', '22222-22222'), poll('q', 1, 'ABCDE-FGHJK'), {
      id: 'r',
      question: 'Open?',
      round: 1,
      receipts: null,
    }),
  )!;
  expect(found).toMatchObject({ event: 'Spring conference', fits: true });
  expect(found.counted.map(({ id }) => id)).toEqual(['p', 'q']);
  expect(find(found.counted, 'ABCDE-FGHJK')?.id).toBe('q');
  expect(find(found.counted, '7F4KQ-2MX9A')?.id).toBe('p');
  expect(find(found.counted, '33333-33333')).toBeUndefined();
});

test('a receipt of another round or poll is not counted', () => {
  expect(find([{ ...poll('p', 2, '7F4KQ-2MX9A'), round: 1 }], '7F4KQ-2MX9A')).toBeUndefined();
  expect(find([{ ...poll('p', 2, '7F4KQ-2MX9A'), id: 'q' }], '7F4KQ-2MX9A')).toBeUndefined();
});

test.each([
  [{ kind: 'poll' }, true],
  [{ kind: 'poll', ballots: null, voted: 7 }, true],
  [{ kind: 'poll', ballots: [null, ['a'], ['a', 'b']], voted: 2, abstained: 1, options: counts(2, 1) }, true],
  [{ kind: 'poll', ballots: [null, ['a'], ['a', 'b']], voted: 2, abstained: 1, options: counts(2, 2) }, false],
  [{ kind: 'poll', ballots: [['a'], ['z']], voted: 2, abstained: 0, options: counts(1, 0) }, false],
  [{ kind: 'poll', ballots: [['a'], ['a']], voted: 1, abstained: 1, options: counts(2, 0) }, false],
  [{ kind: 'poll', ballots: [['a'], 7], voted: 2, abstained: 0, options: counts(1, 0) }, false],
  [{ kind: 'poll', ballots: [['a']], voted: 1, abstained: 0, options: null }, false],
  [{ kind: 'newer', ballots: [[], null], voted: 1, abstained: 1 }, true],
  [{ kind: 'newer', ballots: [[], null], voted: 2, abstained: 0 }, false],
])('%j follows from its ballots: %j', (result, follows) => {
  const found = read(file({ question: 'Which?', ...result }))!;
  expect(found.wrong).toEqual(follows ? [] : ['Which?']);
});

test('a changed file is noticed, its layout is not', () => {
  const text = file(poll('p', 1, '7F4KQ-2MX9A'));
  expect(read(JSON.stringify(JSON.parse(text)))?.fits).toBe(true);
  expect(read(text.replace('"a"', '"b"'))?.fits).toBe(false);
  expect(read(text.replace('Spring', 'Autumn'))?.fits).toBe(false);
});

test.each(['', 'no', '[]', '7', 'null', '{}', '{"format":"plenary-results"}', '{"format":"other","results":[]}'])(
  '%j is no exported file',
  (text) => expect(read(text)).toBeNull(),
);

test.each([
  ['7f4kq2mx9a', '7F4KQ-2MX9A'],
  [' 7F4KQ – 2MX9A ', '7F4KQ-2MX9A'],
  ['7F4KQ-2MX9', null],
  ['OF4KQ-2MX9A', null],
  ['', null],
  ['1F4KQ-2MX9A', null],
])('%j is the receipt %j', (typed, shown) => expect(receipt(typed)).toBe(shown));
