import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, parseHex } from '../../../ui/contrast.ts';
import { OWN, PLAIN, seen, sent } from './look.ts';

const css = readFileSync(new URL('../../../ui/tokens.css', import.meta.url), 'utf8');
const ratio = (one: string, other: string) => contrast(parseHex(one)!, parseHex(other)!);

test('own colours are those of the tokens', () => {
  const light = css.slice(css.indexOf(':root {'));
  const dark = css.slice(css.indexOf(':root.stage:not(.light) {'));
  for (const [theme, rule] of [
    ['light', light],
    ['dark', dark],
  ] as const) {
    for (const [part, token] of Object.entries({ ground: 'paper', bar: 'bar', leader: 'leader', ink: 'ink' })) {
      expect(new RegExp(`--${token}: (#[0-9a-f]+);`).exec(rule)![1], `${theme} ${token}`).toBe(
        OWN[theme][part as keyof (typeof OWN)['dark']],
      );
    }
  }
});

test('what is seen stays, what is not is changed in its hue, and the host is told', () => {
  const fine = { theme: 'light' as const, ground: '#fdf6ec', bar: '#0b5563', leader: '#a8421b' };
  expect(seen(fine)).toEqual({ look: fine, changed: [] });
  const { look, changed } = seen({ ...fine, bar: '#9fd3de' });
  expect(ratio(look.bar!, '#fdf6ec')).toBeGreaterThanOrEqual(3);
  expect(changed).toEqual([
    expect.stringMatching(/^Bars: #9fd3de has only 1\.\d:1 and would not be seen, so it became #/),
  ]);
});

const colour = fc.option(fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`));

test('whatever is chosen, the server takes what is sent', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('dark' as const, 'light' as const),
      colour,
      colour,
      colour,
      (theme, ground, bar, leader) => {
        const { look } = seen({ theme, ground, bar, leader });
        const under = look.ground ?? OWN[theme].ground;
        expect(ratio(OWN[theme].ink, under)).toBeGreaterThanOrEqual(4.5);
        for (const part of [look.bar, look.leader]) if (part) expect(ratio(part, under)).toBeGreaterThanOrEqual(3);
      },
    ),
  );
});

test('a look that is Plenary’s own is none', () => {
  expect(sent(PLAIN)).toBeNull();
  expect(sent({ ...PLAIN, theme: 'light' })).toEqual({ ...PLAIN, theme: 'light' });
});
