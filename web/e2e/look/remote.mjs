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

const themes = {
  '': {},
  '-dark': { colorScheme: 'dark' },
  '-forced': { colorScheme: 'dark', forcedColors: 'active' },
};
const conflict = ({ say }, { ref }) =>
  say({
    type: 'error',
    ref,
    code: 'conflict',
    message: 'Somebody else changed this just now. Look at the newest state and do it again if you still want to.',
  });
for (const [theme, media] of Object.entries(themes)) {
  for (const size of Object.keys(sizes)) {
    for (const [name, snapshot] of Object.entries(remotes)) await look(`${name}${theme}`, snapshot, { size, media });
    await look(`conflict${theme}`, remotes.open, {
      size,
      media,
      behave: conflict,
      act: (page) => page.getByRole('button', { name: 'Lock voting' }).click(),
    });
    await look(`offline${theme}`, remotes.open, { size, media, act: (page, sockets) => drop(sockets, 'remote') });
    const refuse = { code: 4003, message: 'This link or token is not valid (any more).' };
    await look(`refused${theme}`, null, { size, media, refuse });
  }
}
await browser.close();
console.log(failed === 0 ? 'All well.' : `${failed} with findings.`);
process.exitCode = failed === 0 ? 0 : 1;
