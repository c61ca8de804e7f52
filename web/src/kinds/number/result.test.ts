import { expect, test } from 'vitest';
import type { NumberResult } from '../../protocol/messages.gen.ts';
import { ticks } from './axis.ts';
import { exact, measured, plain, said } from './decimal.ts';
import { entrySummary, type NumberEntry } from './report/chart.ts';
import { MOST_BARS, summarise, type Asked } from './result.ts';
import { counterWidth } from './scale.ts';
import { baseSentence, giveWords, halfWords, medianWords, mostWords, resultWords, rightWords } from './sentences.ts';
import { poll, tallyOf } from './testing.ts';
import { summary as stageSummary } from './stage/sentences.ts';

/** The same numbers in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271 + 11) % 2_147_483_647) / 2_147_483_647;
}

/** In millionths, whole: nothing here is counted as the page counts it. */
function randomPoll(seed: number) {
  const next = random(seed + 1);
  const upTo = (n: number) => Math.floor(next() * n);
  const step = [1_000_000, 500_000, 100_000, 5_000_000, 1, 250_000_000][upTo(6)]!;
  const steps = 1 + upTo([30, 499, 40_000][upTo(3)]!);
  const min = step * (upTo(2_000) - 1_000);
  const lean = upTo(steps);
  const answers = Array.from({ length: 1 + upTo(120) }, () => {
    const near = Math.round(lean + (next() + next() - 1) * steps * 0.3);
    return min + step * Math.max(0, Math.min(steps, upTo(4) === 0 ? upTo(steps + 1) : near));
  });
  return { step, min, max: min + step * steps, steps, answers, right: upTo(3) === 0 ? min + step * steps : null };
}

const text = (millionths: number): string => {
  const digits = String(Math.abs(millionths)).padStart(7, '0');
  const behind = digits.slice(-6).replace(/0+$/, '');
  return `${millionths < 0 ? '-' : ''}${digits.slice(0, -6)}${behind && `.${behind}`}`;
};

/** The smallest width that makes at most 500 bins, tried one after the other. */
const widthOf = (steps: number): number =>
  [1, 2, 5, 10, 20, 50, 100, 200, 500].find((each) => Math.ceil((steps + 1) / each) <= 500)!;

test('statistics and bars of 200 polls are those of an independent count', () => {
  let inBins = 0;
  for (let seed = 0; seed < 200; seed++) {
    const { step, min, max, steps, answers, right } = randomPoll(seed);
    const asked: Asked = { min: text(min), max: text(max), step: text(step), unit: null };
    const width = widthOf(steps);
    expect(counterWidth(asked), `poll ${seed}`).toBe(BigInt(width));
    if (width > 1) inBins++;
    const counts = new Map<number, number>();
    for (const answer of answers) {
      const bin = Math.floor((answer - min) / step / width);
      counts.set(bin, (counts.get(bin) ?? 0) + 1);
    }
    const bins = [...counts.keys()].sort((a, b) => a - b);
    const result: NumberResult = {
      width,
      bins,
      counts: bins.map((bin) => counts.get(bin)!),
      right: right === null ? null : text(right),
    };
    const found = summarise(asked, result, answers.length);

    const stand = answers
      .map((answer) => {
        if (width === 1) return answer;
        const bin = Math.floor((answer - min) / step / width);
        const values = Array.from({ length: width }, (_, at) => bin * width + at).filter((place) => place <= steps);
        return min + step * values[Math.floor(values.length / 2)]!;
      })
      .sort((a, b) => a - b);
    const quantile = (share: number) => {
      const at = answers.length * share;
      const upper = stand[Math.floor(at)]!;
      return (upper + (Number.isInteger(at) ? stand[at - 1]! : upper)) / 2;
    };
    const half = (millionths: number) => said(plain(BigInt(Math.round(millionths * 10))));
    expect(
      found.quartiles!.map((mark) => mark.text),
      `poll ${seed}`,
    ).toEqual([0.25, 0.5, 0.75].map(quantile).map(half));
    for (const mark of found.quartiles!) expect(mark.at > 0 && mark.at < 1, `poll ${seed}: ${mark.at}`).toBe(true);

    const inside = (bar: { from: string; to: string }) =>
      answers.filter((answer) => BigInt(answer) * 10n >= exact(bar.from) && BigInt(answer) * 10n <= exact(bar.to));
    expect(found.bars.map((bar) => bar.count)).toEqual(found.bars.map((bar) => inside(bar).length));
    expect(found.bars.reduce((sum, { count }) => sum + count, 0)).toBe(answers.length);
    expect(found.bars.length).toBeLessThanOrEqual(MOST_BARS);
    const most = Math.max(...found.bars.map((bar) => inside(bar).length));
    expect(found.bars.map((bar) => bar.most)).toEqual(found.bars.map((bar) => inside(bar).length === most));
    expect(found.bars.filter((bar) => bar.right).length).toBe(right === null ? 0 : 1);
    const [one, other] = found.bars;
    if (one && other) {
      const wide = Number((exact(other.from) - exact(one.from)) / exact(asked.step));
      expect(/^[125]0*$/.test(String(wide)), `poll ${seed}: ${wide}`).toBe(true);
    }
  }
  expect(inBins).toBeGreaterThan(30);
});

test('nothing is claimed before anybody answered, nor while the result is hidden', () => {
  for (const result of [tallyOf({}).result, null]) {
    const found = summarise(poll, result, 0);
    expect(found).toMatchObject({ bars: [], quartiles: null, right: null });
    expect([medianWords(found, poll), halfWords(found), mostWords(found, poll), rightWords(found, poll)]).toEqual(
      Array.from({ length: 4 }, () => ''),
    );
    expect(ticks(found, poll, 40)).toEqual([
      { text: '0', at: 0 },
      { text: '100', at: 1 },
    ]);
  }
});

test('a result in words: median, middle half, largest bars, right value', () => {
  const found = summarise(poll, tallyOf({ 5: 1, 10: 2, 20: 3, 42: 2 }, '30').result, 8);
  expect(medianWords(found, poll)).toBe('20\u00a0years');
  expect(halfWords(found)).toBe('middle half 10 to 31');
  expect(mostWords(found, poll)).toBe(
    'Most answers: 20 to 21\u00a0years, 38% (3)'.replace('20 to 21', found.bars.find((b) => b.most)!.text),
  );
  expect(rightWords(found, poll)).toBe('Right value: 30\u00a0years');
  expect(resultWords(found, poll, true)).toContain('Result: median 20\u00a0years, middle half 10 to 31. Most answers:');
  const level = summarise(poll, tallyOf({ 5: 2, 7: 2 }).result, 4);
  expect(mostWords(level, poll)).toBe('Most answers: 5 and 7\u00a0years, 50% (2) each');
  expect(halfWords(level)).toBe('middle half 5 to 7');
  const four = summarise(poll, tallyOf({ 1: 1, 3: 1, 5: 1, 7: 1 }).result, 4);
  expect(mostWords(four, poll)).toBe('Most answers: 4 bars level, 25% (1) each');
  const alike = summarise(poll, tallyOf({ 5: 3 }).result, 3);
  expect(halfWords(alike)).toBe('middle half at 5');
  const wide = { ...poll, max: '4000' };
  const about = summarise(wide, { width: 10, bins: [1, 399], counts: [2, 3], right: null }, 5);
  expect([medianWords(about, wide), halfWords(about)]).toEqual([
    'about 3995\u00a0years',
    'middle half about 15 to 3995',
  ]);
  const stage = stageSummary({ ...poll, state: 'locked', tally: tallyOf({ 5: 3, 6: 3 }) }, true);
  expect(stage).toContain(
    'Result: median 5.5\u00a0years, middle half 5 to 6. Most answers: 5 and 6\u00a0years, 50% (3) each.',
  );
});

test('numbers are said as people read them', () => {
  expect(['2041', '12500.5', '-1234567', '0.25'].map(said)).toEqual(['2041', '12,500.5', '\u22121,234,567', '0.25']);
  expect([measured('5', null), measured('5', '%'), measured('5', '£ m'), measured('5', 'years')]).toEqual([
    '5',
    '5%',
    '5\u00a0£ m',
    '5\u00a0years',
  ]);
  for (const text of ['0', '-0.000001', '1000000000000', '-12.5', '0.3']) expect(plain(exact(text))).toBe(text);
  expect(giveWords(poll)).toBe('Give a number from 0 to 100\u00a0years');
  expect(giveWords({ ...poll, step: '0.5', unit: null })).toBe('Give a number from 0 to 100, in steps of 0.5');
  expect(baseSentence({ voted: 1_234, abstained: 0, answers: 1_240 })).toBe(
    'Result of the first 1,234 answers; 1,240 have voted. Numbers of the 1,234 people who voted.',
  );
  expect(baseSentence({ voted: 0, abstained: 0, answers: 4 })).toBe('Results appear from the fifth answer.');
  expect(baseSentence({ voted: 0, abstained: 0, answers: 0 })).toBe('Nobody has voted yet.');
});

test('values below the bars do not touch', () => {
  const counts = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [at, 1]));
  const found = summarise(poll, tallyOf(counts).result, 20);
  expect(ticks(found, poll, 200).length).toBe(20);
  expect(ticks(found, poll, 40).map((tick) => tick.text)).toEqual([
    '0',
    '2',
    '4',
    '6',
    '8',
    '10',
    '12',
    '14',
    '16',
    '18',
  ]);
  expect(ticks(found, poll, 8).map((tick) => tick.text)).toEqual(['0', '10']);
});

test('a report has the same bars', () => {
  const entry = {
    terms: { min: '0', max: '100', step: '1', unit: 'years', right: '30' },
    voted: 8,
    width: 1,
    counts: [5, 10, 20, 42].map((value, at) => ({ from: String(value), to: String(value), count: [1, 2, 3, 2][at] })),
  } as unknown as NumberEntry;
  expect(entrySummary(entry)).toEqual(summarise(poll, tallyOf({ 5: 1, 10: 2, 20: 3, 42: 2 }, '30').result, 8));
});
