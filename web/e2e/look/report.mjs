// Renders the report in each place and on paper: `node e2e/look/report.mjs FOLDER [NAME]` after `npm run build`.
import { mkdir } from 'node:fs/promises';
import { axeFindings } from './checks.mjs';
import { launch, open } from './browser.mjs';
import { organiser, poll } from './fixtures.mjs';
import { example, midway, nothing, shared, worn } from './reports.mjs';

const [folder = '/tmp/look-report', only = ''] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const browser = await launch();
const CODE = 'ev1234567890abcdefghijklmnopqrstuvwxy';
const URL_ = `https://vote.example.org/r/${CODE}`;
const may = ['editActivity', 'setStage', 'watchQueue', 'exportEvent', 'shareReport', 'readLinks'];
let failed = 0;

async function look(name, path, api, { size, scheme = 'light', paper = false, snapshot, act } = {}) {
  const label = `${name}-${size[0]}-${scheme}`;
  if (!label.includes(only)) return;
  const context = { viewport: { width: size[0], height: size[1] }, colorScheme: scheme, reducedMotion: 'reduce' };
  const { page, wrong, close } = await open(browser, path, {
    snapshots: { organiser: snapshot },
    signedIn: true,
    may,
    answers: api,
    context,
  });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(400);
  await act?.(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  // A browser notes on its console that a link is none; the page says it to people.
  const bad = wrong.filter((line) => !(name === 'public-none' && line.includes('404')));
  const found = [...bad, ...(wide ? ['the page scrolls sideways'] : []), ...(await axeFindings(page))];
  await page.screenshot({ path: `${folder}/${label}.png` });
  if (paper) await page.pdf({ path: `${folder}/${label}.pdf`, preferCSSPageSize: true, printBackground: true });
  await close();
  if (found.length > 0) failed++;
  console.log(found.length === 0 ? `ok   ${label}` : `FAIL ${label}\n     ${found.join('\n     ')}`);
}

const reader = (report) => ({ [`/api/v1/reports/${CODE}`]: shared(report) });
const all = { example: reader(example), midway: reader(midway), nothing: reader(nothing), worn: reader(worn) };
const none = { [`/api/v1/reports/${CODE}`]: 404 };
const SIZES = [
  [1366, 768],
  [1920, 1080],
  [834, 1194],
  [390, 844],
  [320, 568],
];
for (const scheme of ['light', 'dark']) {
  for (const size of SIZES) {
    for (const [name, api] of Object.entries(all)) {
      await look(`public-${name}`, `/r/${CODE}`, api, { size, scheme, paper: size[0] === 1366 });
    }
    await look('public-none', `/r/${CODE}`, none, { size, scheme });
  }
}
const desk = (report, link) => ({
  '/api/v1/events/ev/report': report,
  '/api/v1/events/ev/report/link': link,
  '/api/v1/events/ev/links': { join: '', rooms: [] },
});
const snapshot = organiser([poll(['Yes', 'No'])]);
const ids = example.activities.map(({ id }) => id);
const link = { url: URL_, activities: ids.slice(0, 4), names: false, finalOnly: true };
for (const scheme of ['light', 'dark']) {
  for (const size of SIZES) {
    const on = { size, scheme, snapshot };
    const path = '/organiser/events/ev/results';
    await look('desk-example', path, desk(example, { url: null }), { ...on, paper: size[0] === 1366 });
    await look('desk-shared', path, desk(example, link), {
      ...on,
      act: (page) => page.getByRole('button', { name: 'Copy the link' }).scrollIntoViewIfNeeded(),
    });
    await look('desk-worn', path, desk(worn, { url: null }), on);
    await look('desk-parts', path, desk(example, { url: null }), {
      ...on,
      act: (page) =>
        page
          .getByRole('button', { name: 'Parts of the report' })
          .click({ timeout: 500 })
          .catch(() => null),
    });
    await look('desk-midway', path, desk(midway, { url: null }), on);
    await look('desk-nothing', path, desk(nothing, { url: null }), on);
  }
}
await browser.close();
process.exit(failed > 0 ? 1 : 0);
