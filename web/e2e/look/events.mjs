// Renders the events page and the end of an event: `node e2e/look/events.mjs FOLDER [NAME]` after `npm run build`.
import { mkdir } from 'node:fs/promises';
import { launch, open } from './browser.mjs';
import { axeFindings } from './checks.mjs';
import { desk, ended, many, phone, pollResult, thanks } from './eventsFixtures.mjs';

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
for (const size of ['laptop', 'desk', 'tablet', 'phone', 'small']) await look('events', page, size, { api: many() });
for (const size of ['laptop', 'phone']) await look('events', page, size, { api: many(), dark: true });
await look('events-none', page, 'laptop', { api: many({ none: true }) });
await look('events-helper', page, 'laptop', { api: many({ helper: true }) });
const search = (page) => page.getByRole('searchbox').fill('orangery');
for (const size of ['laptop', 'phone']) await look('events-search', page, size, { api: many(), act: search });
await look('events-archive', page, 'laptop', {
  api: many(),
  act: (page) => page.getByRole('button', { name: 'Archive', exact: true }).first().click(),
});
const press = (name) => (page) => page.getByRole('button', { name }).first().click();
for (const size of ['laptop', 'phone']) {
  await look('events-template', page, size, { api: many(), act: press(/^Roundtable with questions/) });
}
for (const dark of [false, true]) {
  for (const size of ['laptop', 'phone']) {
    await look('events-menu', page, size, { api: many(), dark, act: press(/^More about Chairs/) });
  }
}
await look('events-duplicate', page, 'laptop', {
  api: many(),
  act: async (page) => {
    await press(/^More about Chairs/)(page);
    await page.getByRole('button', { name: 'Duplicate…' }).first().click();
  },
});

const event = '/organiser/events/k3v9ab2m';
for (const [name, state] of Object.entries({ ended: ended('ended'), finalised: ended('finalised') })) {
  for (const dark of [false, true]) {
    await look(`desk-${name}`, `${event}/run`, 'laptop', { snapshots: { organiser: state }, api: many(), dark });
  }
}
for (const [name, words] of Object.entries({ end: 'End the event…', finalise: 'Finalise all locked…' })) {
  for (const size of ['laptop', 'tablet']) {
    await look(`desk-${name}`, `${event}/results`, size, {
      snapshots: { organiser: desk },
      api: many(),
      act: press(words),
    });
  }
}
await look('desk-menu', `${event}/run`, 'laptop', {
  snapshots: { organiser: desk },
  api: many(),
  act: press(/event menu/),
});

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
  await look('over-one', '/j/H7K2MQ', size, {
    ...phone({ by: 'end', results: 3 }),
    act: async (page) => {
      await page.getByRole('button', { name: pollResult.question }).click();
    },
  });
}
for (const size of ['desk', 'beamer']) await look('thanks', '/stage/ev/r1#secret', size, thanks);

await browser.close();
if (failed > 0) process.exit(1);
