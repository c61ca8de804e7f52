// Renders every state of the remote and looks at each: `node e2e/look/remote.mjs FOLDER [NAME]` after `npm run build`.
import { mkdir } from 'node:fs/promises';
import { axeFindings } from './checks.mjs';
import { drop, launch, open } from './browser.mjs';
import { remotes } from './fixtures.mjs';

const [folder = '/tmp/look', only = ''] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const browser = await launch();
const sizes = { phone: [390, 844], narrow: [320, 640] };
let failed = 0;

/** Sideways scrolling and targets too small for a thumb, as lines. */
const phoneFindings = (page) =>
  page.evaluate(() => {
    const found =
      document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['scrolls sideways'] : [];
    for (const button of document.querySelectorAll('button')) {
      const { width, height } = button.getBoundingClientRect();
      if (height < 48 || width < 48) found.push(`small: ${button.textContent.trim()} ${width}x${height}`);
      if (button.scrollWidth > button.clientWidth) found.push(`cut off: ${button.textContent.trim()}`);
    }
    return found;
  });

async function look(name, snapshot, { size = 'phone', media = {}, act = async () => undefined, ...rest } = {}) {
  const label = `remote-${name}-${size}`;
  if (!label.includes(only)) return;
  const [width, height] = sizes[size];
  const context = { viewport: { width, height }, hasTouch: true, isMobile: true, ...media };
  const { page, wrong, sockets, close } = await open(browser, '/remote/ev/r1#secret', {
    snapshots: { remote: snapshot },
    context,
    ...rest,
  });
  await page.waitForTimeout(150);
  await act(page, sockets);
  await page.waitForTimeout(450);
  const found = [
    ...wrong,
    ...(await phoneFindings(page)),
    ...(await axeFindings(page, media.forcedColors === 'active')),
  ];
  await page.screenshot({
    path: `${folder}/${label}.png`,
    fullPage: !/conflict|offline/.test(label) && !label.includes('narrow'),
  });
  await close();
  if (found.length > 0) failed++;
  console.log(found.length === 0 ? `ok   ${label}` : `FAIL ${label}\n     ${found.join('\n     ')}`);
}

for (const [name, snapshot] of Object.entries(remotes)) {
  for (const size of Object.keys(sizes)) {
    await look(name, snapshot, { size });
    await look(`${name}-dark`, snapshot, { size, media: { colorScheme: 'dark' } });
  }
}
await look('open-forced', remotes.open, { media: { forcedColors: 'active' } });
const conflict = ({ say }, { ref }) =>
  say({
    type: 'error',
    ref,
    code: 'conflict',
    message: 'Somebody else changed this just now. Look at the newest state and do it again if you still want to.',
  });
await look('conflict', remotes.open, {
  behave: conflict,
  act: (page) => page.getByRole('button', { name: 'Lock voting' }).click(),
});
await look('offline', remotes.open, { act: (page, sockets) => drop(sockets, 'remote') });
await look('refused', null, { refuse: { code: 4003, message: 'This link or token is not valid (any more).' } });
await browser.close();
console.log(failed === 0 ? 'All well.' : `${failed} with findings.`);
process.exitCode = failed === 0 ? 0 : 1;
