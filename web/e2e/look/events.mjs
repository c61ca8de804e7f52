// Renders the events page and the end of an event: `node e2e/look/events.mjs FOLDER [NAME]` after `npm run build`.
import { mkdir } from 'node:fs/promises';
import { launch, open } from './browser.mjs';
import { axeFindings } from './checks.mjs';
import { desk, ended, many, phone, pollResult, thanks } from './eventsFixtures.mjs';
import { example } from './reports.mjs';

const [folder = '/tmp/look', only = ''] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const browser = await launch();
const sizes = {
  laptop: [1366, 768],
  desk: [1920, 1080],
  tablet: [834, 1194],
  phone: [390, 844],
  small: [320, 568],
  beamer: [1280, 720],
};
let failed = 0;
/** What an organiser may do, as far as these pages show it. */
const may = ['openActivity', 'lockActivity', 'showResults', 'setStage', 'createActivity', 'editActivity'].concat([
  ...['finaliseActivity', 'editEvent', 'endEvent', 'reopenEvent', 'finaliseEvent', 'manageStaff', 'createRoom'],
  ...['exportEvent', 'readLinks', 'moderateQuestions', 'watchQueue'],
]);

async function look(name, path, size, { dark = false, act, ...rest }) {
  const label = `${name}-${size}${dark ? '-dark' : ''}`;
  if (!label.includes(only)) return;
  const [width, height] = sizes[size];
  const context = { viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', locale: 'en-GB' };
  const { page, wrong, close } = await open(browser, path, { context, signedIn: true, may, ...rest });
  await page.waitForTimeout(500);
  await act?.(page);
  await page.waitForTimeout(300);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  const found = [...wrong, ...(wide ? ['scrolls sideways'] : []), ...(await axeFindings(page))];
  await page.screenshot({ path: `${folder}/${label}.png` });
  await close();
  if (found.length > 0) failed++;
  console.log(found.length === 0 ? `ok   ${label}` : `FAIL ${label}\n     ${found.join('\n     ')}`);
}

const page = '/organiser';
const press = (name) => (page) => page.getByRole('button', { name }).first().click();
const lists = {
  events: {},
  'events-none': { list: { none: true } },
  'events-helper': { list: { helper: true } },
  'events-search': { act: (page) => page.getByRole('searchbox').fill('orangery') },
  'events-archive': { act: (page) => page.getByRole('button', { name: 'Archive', exact: true }).first().click() },
  'events-template': { act: press(/^Roundtable with questions/) },
  'events-menu': { act: press(/^More about Chairs/) },
  'events-duplicate': {
    act: async (page) => {
      await press(/^More about Chairs/)(page);
      await page.getByRole('button', { name: 'Duplicate…' }).first().click();
    },
  },
};
for (const dark of [false, true]) {
  for (const size of ['laptop', 'desk', 'tablet', 'phone', 'small']) {
    for (const [name, { list, act }] of Object.entries(lists)) {
      await look(name, page, size, { api: many(list), dark, act });
    }
  }
}

const event = '/organiser/events/k3v9ab2m';
for (const [name, state] of Object.entries({ ended: ended('ended'), finalised: ended('finalised') })) {
  for (const dark of [false, true]) {
    for (const size of ['laptop', 'phone']) {
      await look(`desk-${name}`, `${event}/run`, size, { snapshots: { organiser: state }, api: many(), dark });
    }
  }
}
for (const [name, words] of Object.entries({ end: 'End the event…', finalise: 'Finalise all locked…' })) {
  for (const dark of [false, true]) {
    for (const size of ['laptop', 'tablet', 'phone']) {
      await look(`desk-${name}`, `${event}/results`, size, {
        snapshots: { organiser: desk },
        answers: {
          '/api/v1/events/k3v9ab2m/report': example,
          '/api/v1/events/k3v9ab2m/report/link': { url: null },
        },
        api: many(),
        dark,
        act: press(words),
      });
    }
  }
}
for (const dark of [false, true]) {
  for (const size of ['laptop', 'phone']) {
    const act = press(/event menu/);
    await look('desk-menu', `${event}/run`, size, { snapshots: { organiser: desk }, api: many(), dark, act });
  }
}

for (const [name, over] of Object.entries({
  end: { by: 'end', results: 0 },
  dates: { by: 'dates', results: 0 },
  results: { by: 'end', results: 3 },
})) {
  for (const size of ['phone', 'small']) {
    for (const dark of [false, true]) {
      await look(`over-${name}`, '/j/H7K2MQ', size, {
        dark,
        ...phone(over),
        act: (page) => page.waitForTimeout(over.results ? 3_800 : 200),
      });
    }
  }
}
for (const size of ['phone', 'small']) {
  for (const dark of [false, true]) {
    await look('over-one', '/j/H7K2MQ', size, {
      dark,
      ...phone({ by: 'end', results: 3 }),
      act: (page) => page.getByRole('button', { name: pollResult.question }).click(),
    });
  }
}
for (const size of ['desk', 'beamer']) await look('thanks', '/stage/ev/r1#secret', size, thanks);

await browser.close();
if (failed > 0) process.exit(1);
