import { expect, test } from 'vitest';
import number from './index.ts';

const asked = { min: '0', max: '100', step: '0.5' };
const one = (from: string, count: number) => ({ from, to: from, count });
const sound = {
  asked,
  width: 1,
  exact: true,
  counts: [one('10', 1), one('12', 2), one('20.5', 1)],
  lowerQuartile: '11',
  median: '12',
  upperQuartile: '16.25',
};
const ballots = [['12'], ['10'], null, ['20.5'], ['12']];
const wide = {
  asked: { min: '0', max: '4000', step: '1' },
  width: 10,
  exact: false,
  counts: [
    { from: '10', to: '19', count: 2 },
    { from: '4000', to: '4000', count: 1 },
  ],
  lowerQuartile: '15',
  median: '15',
  upperQuartile: '4000',
};

test.each([
  ['as they are', sound, ballots, true],
  ['in bins', wide, [['10'], ['19'], ['4000']], true],
  ['in bins, another bin', wide, [['10'], ['20'], ['4000']], false],
  ['in bins that are said to be exact', { ...wide, exact: true }, [['10'], ['19'], ['4000']], false],
  ['another width', { ...sound, width: 2 }, ballots, false],
  ['a count too many', { ...sound, counts: [one('10', 2), ...sound.counts.slice(1)] }, ballots, false],
  ['a counter of nobody', { ...sound, counts: [one('9', 0), ...sound.counts] }, ballots, false],
  ['another end', { ...sound, counts: [{ ...one('10', 1), to: '11' }, ...sound.counts.slice(1)] }, ballots, false],
  ['another median', { ...sound, median: '12.5' }, ballots, false],
  ['another lower quartile', { ...sound, lowerQuartile: '10' }, ballots, false],
  ['another upper quartile', { ...sound, upperQuartile: '20.5' }, ballots, false],
  ['no counts', { ...sound, counts: null }, ballots, false],
  ['counts that are none', { ...sound, counts: [null, null, null] }, ballots, false],
  ['no settings', { ...sound, asked: undefined }, ballots, false],
  ['settings that cannot be', { ...sound, asked: { ...asked, step: '0' } }, ballots, false],
  ['a ballot beyond the ends', sound, [...ballots, ['101']], false],
  ['a ballot on no step', sound, [...ballots, ['10.3']], false],
  ['a ballot in another form', sound, [['12.0'], ...ballots.slice(1)], false],
  ['a ballot of two numbers', sound, [['12', '12'], ...ballots.slice(1)], false],
  ['a ballot that is no number', sound, [...ballots, ['many']], false],
  ['nobody who voted', { ...sound, counts: [], lowerQuartile: null, median: null, upperQuartile: null }, [null], true],
])('%s', (_name, result, given, follows) => {
  expect(number.agrees(result as never, given as never)).toBe(follows);
});
