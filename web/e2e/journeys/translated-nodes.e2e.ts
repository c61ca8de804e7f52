import { beforeAll, describe, expect, test } from 'vitest';
import type { run } from '../fixtures/translated/main.ts';
import type { Said } from '../fixtures/translated/said.ts';
import { bundle } from '../support/bundle.ts';
import { device } from '../support/people.ts';
import type { Manner } from '../support/translator.ts';

const items = (...ids: number[]) => ids.map((id) => ({ id, text: `item ${'abcdef'[id]}` }));
const steps: Said[] = [
  { said: 'one', items: items(0, 1), shown: true, more: false },
  { said: 'two', items: items(0, 1), shown: true, more: false },
  { said: 'two', items: items(1, 2, 0), shown: true, more: true },
  { said: 'three', items: items(2), shown: false, more: true },
  { said: '', items: items(), shown: false, more: false },
  { said: 'four', items: items(3, 1, 0), shown: true, more: true },
  { said: 'four', items: items(0, 3, 1), shown: false, more: true },
  { said: 'five', items: items(0, 1, 2), shown: true, more: false },
  { said: 'six', items: items(2, 1, 0), shown: true, more: false },
];
const ways = ['replace', 'insertThenRemove', 'removeThenInsert', 'wrap'] as const;
const manners: Manner[] = ways.flatMap((way) => [
  { way, goesOn: false, blanks: false },
  { way, goesOn: false, blanks: true },
  { way, goesOn: true, blanks: false },
]);

let code: string;
beforeAll(async () => {
  code = await bundle('../fixtures/translated/main.ts');
});

type Options = Parameters<typeof run>[2];
type Runs = (manner: Manner | null, options?: Options, given?: Said[]) => ReturnType<typeof run>;
async function onePage(): Promise<Runs> {
  const page = await (await device()).newPage();
  return async (manner, options = {}, given = steps) => {
    await page.setContent('<!doctype html><html lang="en"><body></body></html>');
    await page.addScriptTag({ content: code });
    return page.evaluate(([all, how, more]) => (window as unknown as { run: typeof run }).run(all, how, more), [
      given,
      manner,
      options,
    ] as const);
  };
}
const upper = (texts: string[]) => texts.map((text) => text.toUpperCase());
/** In the other language but for the part that is not to be translated. */
const translated = (texts: string[]) =>
  texts.map((text, index) => (index === texts.length - 2 ? text : text.toUpperCase()));

describe('C2 a page whose text nodes a translator replaced', () => {
  test('C2 shows what changes later, once and in its place, whatever way the translator takes', async () => {
    const go = await onePage();
    for (const manner of manners) {
      const { seen, fresh, rounds, left } = await go(manner);
      const says = JSON.stringify(manner);
      expect(seen[0], says).toEqual(translated(fresh[0]!));
      if (manner.goesOn) expect(seen, says).toEqual(fresh.map(translated));
      else expect(seen.map(upper), says).toEqual(fresh.map(upper));
      expect(rounds, says).toBeLessThan(2_000);
      expect(left, says).toBe('');
    }
  });

  test('C2 changed twice in a turn, with a translator at work in between, it shows the newest', async () => {
    const go = await onePage();
    for (const way of ways) {
      const { seen, fresh } = await go({ way, goesOn: true }, { atOnce: 2 });
      expect(seen, way).toEqual(fresh.map(translated));
    }
  });

  test('C2 a translation that changes figures is not shown', async () => {
    const go = await onePage();
    for (const goesOn of [true, false]) {
      const { seen } = await go({ way: 'replace', goesOn, digits: true });
      expect(seen.map((texts) => texts.at(-3))).toEqual(steps.map(({ said }) => `${said}, 4,987 of 20`));
      expect(seen[1]!.slice(0, 2).map((text) => text.toUpperCase())).toEqual(['TWO', 'IT IS TWO, AND TWO AGAIN TWO.']);
    }
  });

  test('C2 shows the original again when translation is switched off', async () => {
    const go = await onePage();
    for (const undoAt of [1, 2, 3, 5]) {
      const { seen, fresh, left } = await go({ way: 'replace', goesOn: true }, { undoAt });
      expect(seen, String(undoAt)).toEqual(fresh.map((texts, index) => (index < undoAt ? translated(texts) : texts)));
      expect(left).toBe('');
    }
  });

  test('C2 without a translator nothing is touched; without the guard the page shows old words', async () => {
    const go = await onePage();
    const alone = await go(null);
    expect(alone.seen).toEqual(alone.fresh);
    // with more the page hangs
    const broken = await go({ way: 'replace', goesOn: true }, { guarded: false }, steps.slice(0, 2));
    expect(broken.seen).not.toEqual(broken.fresh.map(translated));
  });
});
