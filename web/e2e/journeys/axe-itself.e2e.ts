import type axe from 'axe-core';
import { expect, test } from 'vitest';
import { violations } from '../support/axe.ts';
import { device } from '../support/people.ts';

/** A list of buttons of this size, two in a row, and a bar that sticks to the foot of the screen, as on the phone. */
const page = (size: number) => `<!doctype html><html lang="en"><title>A list</title><style>
  body { margin: 0 } ul { list-style: none; margin: 0; padding: 0 } li { display: flex; height: 100px }
  li button { width: ${size}px; height: ${size}px; padding: 0; border: 0 }
  .bar { position: sticky; bottom: 0; z-index: 1; background: #fff }
  .bar button { display: block; width: 100%; height: 50px }
</style><main><h1>A list</h1>
  <ul>${Array.from({ length: 12 }, (_, i) => `<li><button>${i}</button><button>${i}</button></li>`).join('')}</ul>
  <div class="bar"><button>Send</button></div></main>`;

test('a target that a bar half covers is looked at again where it is free; a small one stays wrong', async () => {
  const there = await (await device({ viewport: { width: 320, height: 500 } })).newPage();
  const found = async (size: number) => {
    await there.setContent(page(size));
    await there.evaluate(() => scrollBy(0, document.querySelectorAll('button')[12]!.getBoundingClientRect().top - 438));
    const before = await there.evaluate(() => scrollY);
    const counts = (await violations(there)).filter((each) => each.startsWith('target-size')).length;
    expect(await there.evaluate(() => scrollY), 'the page is where it was').toBe(before);
    const here = await there.evaluate(async () => {
      const { run } = (window as unknown as { axe: typeof axe }).axe;
      return (await run(document, { runOnly: { type: 'rule', values: ['target-size'] } })).violations.flatMap(
        ({ nodes }) => nodes,
      ).length;
    });
    return { here: here > 0, counts: counts > 0 };
  };
  expect(await found(44), 'half covered at this place of the page alone').toEqual({ here: true, counts: false });
  expect(await found(16), 'too small at every place').toEqual({ here: true, counts: true });
});
