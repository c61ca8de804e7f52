// Renders every state of Run and looks at each: `node e2e/look/run.mjs FOLDER [NAME]` after `npm run build`.
import { mkdir } from 'node:fs/promises';
import { axeFindings } from './checks.mjs';
import { drop, launch, open } from './browser.mjs';
import { answering, runs } from './runs.mjs';

const [folder = '/tmp/look', only = ''] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const browser = await launch();
const sizes = { laptop: [1366, 768], hall: [1920, 1080], upright: [834, 1194], phone: [390, 844] };
const may = [
  'openActivity lockActivity showResults setStage readLinks getNotes watchQuestions highlightQuestion',
  'answeredQuestion createActivity editActivity editEvent endEvent reopenEvent finaliseEvent exportEvent watchQueue',
  'moderateQuestions createRoom manageStaff arrangeStage',
]
  .join(' ')
  .split(' ');
const links = {
  join: 'http://stage.test/j/H7K2MQ',
  rooms: [{ id: 'r1', name: 'Main hall', stage: 'http://stage.test/stage/ev/r1#s', remote: 'http://stage.test/r#r' }],
};
const notes = 'Thank the sponsors first.\nThen: who of you asked for this last year? Leave 20 seconds before the lock.';
let failed = 0;

/** What a page must not do: scroll as a whole, cut words off, or have targets under 24 px, as lines. */
const misfits = (page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    const found = root.scrollWidth > root.clientWidth ? ['scrolls sideways'] : [];
    if (innerWidth > 768 && root.scrollHeight > innerHeight) found.push('scrolls as a whole');
    for (const button of document.querySelectorAll('button, a[href]')) {
      const { width, height, left, right } = button.getBoundingClientRect();
      const name = button.textContent.trim().replace(/\s+/g, ' ').slice(0, 40);
      if (width === 0) continue;
      const scrolls = button.closest('ol, nav') !== null;
      if (!scrolls && (left < -1 || right > innerWidth + 1)) found.push(`outside: ${name}`);
      if (button.scrollWidth > button.clientWidth + 1) found.push(`cut off: ${name}`);
      if (height < 24) found.push(`small: ${name} ${Math.round(width)}x${Math.round(height)}`);
    }
    return found;
  });

async function look(name, state, { size = 'laptop', dark = false, forced = false, act = async () => undefined } = {}) {
  const label = `run-${name}-${size}${dark ? '-dark' : ''}`;
  if (!label.includes(only)) return;
  const [width, height] = sizes[size];
  const touch = size === 'phone' || size === 'upright';
  const { page, wrong, sockets, close } = await open(browser, '/organiser/events/ev/rooms/r1/run', {
    snapshots: runs[state],
    signedIn: true,
    may,
    answers: { '/api/v1/events/ev/links': links, '/api/v1/events/ev/staff': { people: [], invitations: [] } },
    behave: answering(name === 'notes' ? notes : ''),
    context: {
      viewport: { width, height },
      colorScheme: dark ? 'dark' : 'light',
      hasTouch: touch,
      isMobile: touch,
      ...(forced && { forcedColors: 'active' }),
    },
  });
  await page.waitForSelector('[data-place]');
  await page.waitForTimeout(1_200);
  await act(page, sockets);
  await page.waitForTimeout(500);
  const found = [...wrong, ...(await misfits(page)), ...(await axeFindings(page, forced))];
  await page.screenshot({ path: `${folder}/${label}.png`, fullPage: size === 'phone' });
  await close();
  if (found.length > 0) failed++;
  console.log(found.length === 0 ? `ok   ${label}` : `FAIL ${label}\n     ${found.join('\n     ')}`);
}

const drawer = async (page) => {
  const toggle = page.getByRole('button', { name: 'Questions', exact: true });
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
};
for (const dark of [false, true]) {
  for (const size of Object.keys(sizes)) {
    for (const name of ['nothing', 'open', 'locked', 'revealed', 'qa', 'ended']) await look(name, name, { size, dark });
    await look('drawer', 'open', {
      size,
      dark,
      act: async (page) => (await drawer(page), await page.getByText('pay gap of every grade').click()),
    });
    await look('notes', 'open', { size, dark });
    await look('countdown', 'open', {
      size,
      dark,
      act: (page) => page.getByRole('button', { name: /^Countdown/ }).click(),
    });
    await look('rooms', 'rooms', { size, dark });
    await look('offline', 'open', { size, dark, act: (_, sockets) => drop(sockets, 'organiser') });
  }
  for (const name of ['draft', 'plain', 'arabic', 'long', 'last', 'empty', 'store-away']) {
    await look(name, name, { dark });
  }
  await look('keys', 'open', { dark, act: (page) => page.keyboard.press('?') });
}
await look('open-forced', 'open', { dark: true, forced: true });
await browser.close();
console.log(failed === 0 ? 'All well.' : `${failed} with findings.`);
process.exitCode = failed === 0 ? 0 : 1;
