import { expect, test } from 'vitest';
import { agrees } from '../../../verify/recount.ts';

/** "pay gap" and "gender pay gap" were joined; one term was hidden, one waits. */
const result = {
  kind: 'words',
  voted: 5,
  abstained: 1,
  words: [
    {
      word: 'paygap',
      text: 'Pay gap',
      count: 3,
      forms: [
        { text: 'pay gap', count: 2 },
        { text: 'Gender pay gap', count: 1 },
      ],
    },
    { word: 'trust', text: 'trust', count: 2, forms: [{ text: 'trust', count: 2 }] },
  ],
  unshown: [
    { count: 2, waits: false },
    { count: 2, waits: true },
  ],
  ballots: [null, ['pay gap', 1], ['Gender pay gap'], ['pay gap', 'trust'], ['trust', 1, 2], [2]],
};

test.each([
  ['a count', { words: [{ ...result.words[0], count: 4 }, result.words[1]] }],
  ['a form', { words: [{ ...result.words[0], forms: [{ text: 'pay gap', count: 3 }] }, result.words[1]] }],
  ['what is not shown', { unshown: [{ count: 1 }, { count: 2 }] }],
  ['two forms of one term', { ballots: [null, ['pay gap', 'Gender pay gap', 1], ...result.ballots.slice(2)] }],
  ['a ballot that names something else', { ballots: [...result.ballots.slice(0, 5), ['abuse']] }],
  ['a number without a term', { ballots: [...result.ballots.slice(0, 5), [3]] }],
  ['a number twice', { ballots: [...result.ballots.slice(0, 5), [2, 2]] }],
  ['an empty ballot', { ballots: [...result.ballots.slice(0, 5), []] }],
  ['neither text nor number', { ballots: [...result.ballots.slice(0, 5), [true]] }],
])('a wrong file is found: %s', (_, wrong) => {
  expect(agrees(result)).toBe(true);
  expect(agrees({ ...result, ...wrong })).toBe(false);
});
