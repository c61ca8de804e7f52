import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, luminance, parseHex } from './contrast.ts';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

/** The custom properties that hold a colour, of the first rule with this selector. */
function colours(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  expect(start, `${selector} in tokens.css`).toBeGreaterThanOrEqual(0);
  const rule = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...rule.matchAll(/--([\w-]+): (#[0-9a-f]+);/gi)].map(([, name, value]) => [name!, value!]),
  );
}

const light = colours(':root');
const dark = { ...light, ...colours(':root:not(.stage)') };
const stage = { ...light, ...colours(':root.stage:not(.light)') };

/** Text that people read: 4.5:1. [text, ...what it stands on] */
const TEXT: [string, ...string[]][] = [
  ['ink', 'paper', 'card', 'sunk', 'soft', 'track'],
  ['ink-2', 'paper', 'card', 'sunk', 'soft', 'track'],
  ['brand', 'paper', 'card', 'soft', 'sunk'],
  ['brand-press', 'paper', 'card'],
  ['on-brand', 'brand', 'brand-press'],
  ['leader-ink', 'paper', 'card'],
  ['waiting-ink', 'waiting', 'paper', 'card'],
  ['good-ink', 'good', 'paper', 'card'],
  ['late-ink', 'late'],
  ['danger', 'paper', 'card'],
  ['on-danger', 'danger'],
];
/** What has to be seen to be used or understood: 3:1. */
const SEEN: [string, ...string[]][] = [
  ['edge', 'paper', 'card', 'sunk'],
  ['bar', 'paper', 'card', 'track'],
  ['leader', 'paper', 'card', 'track'],
  ['track-edge', 'paper', 'card'],
  ['dot-live', 'paper', 'card'],
  ['dot-off', 'paper', 'card'],
  ['brand', 'track'], // the outline of what has the focus
];

describe.each([
  ['light', light],
  ['dark', dark],
  ['stage', stage],
] as const)('in the theme %s', (_, theme) => {
  const ratio = (one: string, other: string) => contrast(parseHex(theme[one]!)!, parseHex(theme[other]!)!);
  const pairs = (list: [string, ...string[]][]) =>
    list.flatMap(([of, ...on]) => on.map((under) => [of, under] as const));

  test.each(pairs(TEXT))('%s is read on %s', (text, ground) => {
    expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(pairs(SEEN))('%s is seen on %s', (mark, ground) => {
    expect(ratio(mark, ground)).toBeGreaterThanOrEqual(3);
  });
  test('every colour stands in a pair, or only divides', () => {
    const paired = new Set([...TEXT, ...SEEN].flat());
    expect(Object.keys(theme).filter((name) => !paired.has(name))).toEqual(['line']);
  });
});

test('the dark half is the same for readers and for the stage', () => {
  expect(colours(':root.stage:not(.light)')).toEqual(colours(':root:not(.stage)'));
});

test('contrast is what WCAG says', () => {
  const [black, white, grey] = ['#000', '#ffffff', '#777'].map((hex) => parseHex(hex)!);
  expect(contrast(black!, white!)).toBeCloseTo(21, 5);
  expect(contrast(white!, grey!)).toBeCloseTo(4.48, 2);
  expect(luminance(white!)).toBeCloseTo(1, 5);
  for (const wrong of ['red', '#12', '#12345g', '']) expect(parseHex(wrong)).toBeNull();
});
