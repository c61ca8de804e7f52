// Renders every state of Moderate and looks at each: `node e2e/look/moderate.mjs FOLDER [NAME]` after `npm run build`.
import { mkdir } from 'node:fs/promises';
import { axeFindings } from './checks.mjs';
import { drop, launch, open } from './browser.mjs';
import { answering, queueOf, snapshotOf } from './queue.mjs';

const [folder = '/tmp/look', only = ''] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const browser = await launch();
const sizes = {
  laptop: [1366, 768],
  hall: [1920, 1080],
  tablet: [1024, 768],
  upright: [834, 1194],
  phone: [390, 844],
  narrow: [320, 568],
};
const may = ['watchQueue', 'moderateQuestions', 'setAsking', 'editReactions', 'editQuestions', 'eraseQuestion'];
let failed = 0;

/** What a page must not do: scroll sideways, or be cut off, as lines. */
const misfits = (page) =>
  page.evaluate(() => {
    const found =
      document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['scrolls sideways'] : [];
    for (const part of document.querySelectorAll('[data-question], .act, .one, .tab, .oldest, .tray button')) {
      const { left, right, width } = part.getBoundingClientRect();
      const within = part.closest('.chips, nav') !== null; // they scroll by themselves
      if (width > 0 && !within && (left < -1 || right > innerWidth + 1)) found.push(`outside: ${part.textContent}`);
      if (part.scrollWidth > part.clientWidth + 1) found.push(`cut off: ${part.textContent.slice(0, 40)}`);
    }
    return found;
  });
const measured = (page) =>
  page.evaluate(() => {
    const lists = [...document.querySelectorAll('.list')].map((list) => list.getBoundingClientRect());
    const whole = [...document.querySelectorAll('[data-question]')].filter((row) => {
      const { top, bottom, width } = row.closest('li').getBoundingClientRect();
      return width > 0 && lists.some((list) => top >= list.top - 1 && bottom <= Math.min(list.bottom, innerHeight) + 1);
    });
    const shown = lists.filter(({ width }) => width > 0);
    const height =
      Math.min(innerHeight, Math.max(...shown.map(({ bottom }) => bottom))) - Math.min(...shown.map(({ top }) => top));
    return `${whole.length} questions whole, lists ${Math.round((100 * height) / innerHeight)} % of the height`;
  });

async function look(
  name,
  options,
  { size = 'laptop', dark = false, act = async () => undefined, over = {}, hands, bursts } = {},
) {
  const label = `moderate-${name}-${size}${dark ? '-dark' : ''}`;
  if (!label.includes(only)) return;
  const [width, height] = sizes[size];
  const touch = size === 'phone' || size === 'narrow' || size === 'upright';
  const items = queueOf(options);
  const { page, wrong, sockets, close } = await open(browser, '/organiser/events/ev/rooms/r1/moderate', {
    snapshots: { organiser: snapshotOf(items, over) },
    signedIn: true,
    may,
    behave: answering(items, hands, bursts),
    context: { viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', hasTouch: touch, isMobile: touch },
  });
  await page.waitForSelector('[data-column] .list, [data-column] .off');
  await page.waitForTimeout(400);
  await act(page, sockets);
  await page.waitForTimeout(300);
  const ignored = /favicon|404/;
  const found = [
    ...wrong.filter((line) => !ignored.test(line)),
    ...(await misfits(page)),
    ...(await axeFindings(page)),
  ];
  await page.screenshot({ path: `${folder}/${label}.png` });
  const size_ = await measured(page).catch(() => '');
  await close();
  if (found.length > 0) failed++;
  console.log(
    `${found.length === 0 ? 'ok  ' : 'FAIL'} ${label}: ${size_}${found.map((line) => `\n     ${line}`).join('')}`,
  );
}

const keys =
  (...names) =>
  async (page) => {
    for (const name of names) await page.keyboard.press(name);
  };
/** The first came and waits, the second is set aside. */
const bursts = [
  { minute: 29_933_749, until: 29_933_750, people: 501, undecided: 5_010, aside: 0 },
  { minute: 29_933_760, until: 29_933_760, people: 120, undecided: 0, aside: 133 },
];
const none = { wait: 0, open: 0, answered: 0, declined: 0 };
for (const dark of [false, true]) {
  for (const size of ['laptop', 'hall', 'tablet', 'upright', 'phone', 'narrow']) {
    await look('twelve', {}, { size, dark });
    await look('none', none, { size, dark });
    await look('two-hundred', { wait: 200, open: 120, answered: 40, declined: 40 }, { size, dark });
    await look('long', { words: 'long' }, { size, dark });
    await look('arabic', { words: 'arabic', wait: 3 }, { size, dark });
    await look('merge', {}, { size, dark, act: keys('m') });
    await look('decline', {}, { size, dark, act: keys('ArrowDown', 'd') });
    await look('burst', {}, { size, dark, bursts: bursts.slice(0, 1) });
    await look('offline', {}, { size, dark, act: (page, sockets) => drop(sockets, 'organiser') });
  }
  await look('merge-long', { words: 'long' }, { dark, act: keys('m') });
  await look('swapped', {}, { dark, act: async (page) => (await keys('m')(page), page.click('text=Swap')) });
  await look('selected', {}, { dark, act: keys('x', 'ArrowDown', 'x', 'ArrowDown', 'x') });
  await look('beside', { live: true }, { dark, act: keys('ArrowRight', 'ArrowDown') });
  await look('bursts', {}, { dark, bursts, act: (page) => page.click('text=Set aside…') });
  await look('others', {}, { dark, hands: [{ hand: 'x', who: 'Second moderator', id: 'w2' }] });
  await look('welsh', {}, { dark, act: (page) => page.click('text=Welsh') });
  await look('menu', {}, { dark, act: (page) => page.click('text=Read first') });
  await look('edit', {}, { dark, act: keys('e') });
  await look('edit', {}, { dark, size: 'phone', act: keys('e') });
  await look('reply', {}, { dark, act: keys('ArrowRight', 'r') });
  await look('label', {}, { dark, act: keys('l') });
  await look('keys', {}, { dark, act: keys('?') });
  await look('refused', {}, { dark, act: keys('a') });
  await look('answered', {}, { dark, act: (page) => page.click('.tab:has-text("Answered")') });
  await look('answered', {}, { dark, size: 'phone', act: (page) => page.tap('.tab:has-text("Answered")') });
  await look('off', none, { dark, over: { state: 'draft' } });
}
await browser.close();
process.exitCode = failed > 0 ? 1 : 0;
