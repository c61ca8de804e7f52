import { expect, test } from 'vitest';
import { device, expectComplaints, organiser, PHONE, shared } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { PRIORITY } from '../support/polls.ts';
import { Questions } from '../support/questions.ts';

const SMALL = { ...PHONE, viewport: { width: 320, height: 568 } };

test.each([
  ['320x568', SMALL],
  ['390x844', PHONE],
])('at %s the options come first, and the bars take a quarter at most', async (_size, options) => {
  const desk = await organiser().event('Fold', [PRIORITY]);
  await Questions.on(desk);
  await desk.run({ type: 'editReactions', room: desk.room, rev: 0, on: true });
  const phone = await Phone.join(desk, { options });
  await desk.open(0);
  await phone.button('Vote').waitFor();
  await phone.page.getByRole('button', { name: 'React' }).waitFor();
  const { whole, docked, head } = await phone.page.evaluate(() => {
    const bars = [...document.querySelectorAll('[data-bar]')].map((bar) => bar.getBoundingClientRect());
    const top = Math.min(...bars.map((bar) => bar.top));
    const boxes = [...document.querySelectorAll('.option')].map((option) => option.getBoundingClientRect());
    return {
      whole: boxes.filter((box) => box.top >= 0 && box.bottom <= top).length,
      docked: (innerHeight - top) / innerHeight,
      head: document.querySelector('.top')!.getBoundingClientRect().height,
    };
  });
  expect(whole).toBeGreaterThanOrEqual(3);
  expect(docked).toBeLessThanOrEqual(0.25);
  expect(head).toBeLessThanOrEqual(40);
});

test('E12: with text at 200 % nothing runs off a page of 320 px', async () => {
  const desk = await organiser().event('Large letters', [PRIORITY]);
  await Questions.on(desk);
  await desk.open(0);
  const phone = await Phone.join(desk, { options: SMALL });
  /** Not compared with `innerWidth`: a phone zooms out to what is too wide. */
  const width = () =>
    phone.page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
      return document.documentElement.scrollWidth;
    });
  await phone.button('Vote').waitFor();
  expect(await width()).toBeLessThanOrEqual(SMALL.viewport.width);
  await phone.vote('Gender pay');
  await phone.counted('Gender pay');
  expect(await width()).toBeLessThanOrEqual(SMALL.viewport.width);
  await phone.page.getByRole('button', { name: /^Questions/ }).click();
  const box = phone.page.getByLabel('Ask a question');
  await box.waitFor();
  expect(await width()).toBeLessThanOrEqual(SMALL.viewport.width);
  await box.fill('What about pay?');
  await phone.button('Send').waitFor();
  expect(await width()).toBeLessThanOrEqual(SMALL.viewport.width);
});

test('C16: a browser in which the script does not parse is told so in words', async () => {
  expectComplaints(/SyntaxError|Unexpected/); // the browser says it in its own words, too
  const page = await (await device(PHONE)).newPage();
  await page.route('**/assets/index-*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'class { nobody knows }' }),
  );
  await page.goto(`${shared().base}/`);
  await page.getByText('This browser is too old to vote with.').waitFor();
  expect(await page.locator('form').count(), 'nothing that reloads for ever').toBe(0);
});
