import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import fc from 'fast-check';
import { contrast, hex, parseHex, reach } from '../ui/contrast.ts';
import { palette } from './palette.ts';

const css = readFileSync(new URL('../ui/tokens.css', import.meta.url), 'utf8');
const own = { light: css.slice(css.indexOf(':root {')), dark: css.slice(css.indexOf(':root.stage:not(.light) {')) };
const token = (theme: 'light' | 'dark', name: string) => new RegExp(`--${name}: (#[0-9a-f]+);`).exec(own[theme])![1]!;
const ratio = (one: string, other: string) => contrast(parseHex(one)!, parseHex(other)!);

test('without colours of a host the tokens stand as they are', () => {
  expect(palette({ theme: 'dark' })).toEqual({});
  expect(palette({ theme: 'dark', event: { theme: 'light', ground: null, bar: null, leader: null } })).toEqual({});
});

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

test.each(['light', 'dark'] as const)('any colours of a host are seen in the theme %s: text 4.5, bars 3', (theme) => {
  fc.assert(
    fc.property(
      fc.option(colour),
      fc.option(colour),
      fc.option(colour),
      fc.constantFrom('light' as const, 'dark' as const),
      (ground, bar, leader, of) => {
        const tokens = palette({ theme, event: { theme: of, ground, bar, leader } });
        const of_ = (name: string) => tokens[`--${name}`] ?? token(theme, name);
        for (const [text, ...grounds] of [
          ['ink', 'paper', 'card'],
          ['ink-2', 'paper', 'card', 'track'],
        ] as const) {
          for (const under of grounds) {
            expect(ratio(of_(text), of_(under)), `${text} on ${under}`).toBeGreaterThanOrEqual(4.5);
          }
        }
        const seen = [...(bar ? ['bar'] : []), ...(leader ? ['leader'] : []), 'track-edge', 'edge'];
        for (const name of seen) expect(ratio(of_(name), of_('paper')), name).toBeGreaterThanOrEqual(3);
        if (leader) expect(ratio(of_('leader-ink'), of_('paper'))).toBeGreaterThanOrEqual(4.5);
        if (bar) expect(ratio(of_('brand'), of_('card'))).toBeGreaterThanOrEqual(4.5);
      },
    ),
    // A ground on which letters are only just read.
    { examples: [['#465cea', null, null, 'dark']] },
  );
});

test('E12 the leading bar and its track are seen in both themes', () => {
  for (const theme of ['light', 'dark'] as const) {
    expect(ratio(token(theme, 'leader'), token(theme, 'track'))).toBeGreaterThanOrEqual(3);
    expect(ratio(token(theme, 'bar'), token(theme, 'track'))).toBeGreaterThanOrEqual(3);
    expect(ratio(token(theme, 'track-edge'), token(theme, 'paper'))).toBeGreaterThanOrEqual(3);
  }
});

test('a colour stays as it is when it is seen, and keeps its hue when it is not', () => {
  const white = parseHex('#ffffff')!;
  expect(hex(reach(parseHex('#0b5563')!, [white], 4.5))).toBe('#0b5563');
  const [red, green, blue] = reach(parseHex('#ffd08a')!, [white], 4.5);
  expect(red > green && green > blue).toBe(true);
});
