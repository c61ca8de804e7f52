// Renders word clouds on every page and looks at each: `node e2e/look/words.mjs FOLDER [NAME]` after `npm run build`.
import { mkdir } from 'node:fs/promises';
import { axeFindings, stageFindings } from './checks.mjs';
import { launch, open } from './browser.mjs';
import { clouds, moderated, organisers, terms, words } from './cloud.mjs';
import { remotes, stages } from './fixtures.mjs';
import { snapshot as phoneSnapshot } from './phones.mjs';
import { snapshotOf } from './queue.mjs';

const [folder = '/tmp/look-words', only = ''] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const browser = await launch();
const sizes = {
  wide: [1920, 1080],
  laptop: [1280, 720],
  old: [1024, 768],
  tall: [1080, 1920],
  desk: [1366, 768],
  upright: [834, 1194],
  phone: [390, 844],
  narrow: [320, 568],
};
const may = [
  'createActivity editActivity duplicateActivity moveActivity resetActivity finaliseActivity deleteActivity',
  'exportEvent',
  'openActivity lockActivity showResults setStage arrangeStage watchQueue moderateQuestions moderateAnswers getAnswers',
]
  .join(' ')
  .split(' ');
let failed = 0;

/** Words of a cloud that lie over each other or leave it; rows and buttons that are cut off; sideways scrolling. */
const misfits = (page) =>
  page.evaluate(() => {
    const found =
      document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['scrolls sideways'] : [];
    const cloud = document.querySelector('.cloud')?.getBoundingClientRect();
    const boxes = [...document.querySelectorAll('.cloud [data-word]')].map((word) => ({
      text: word.textContent,
      box: word.getBoundingClientRect(),
    }));
    for (const [at, { text, box }] of boxes.entries()) {
      const out = box.left < cloud.left - 1 || box.right > cloud.right + 1;
      if (out || box.top < cloud.top - 1 || box.bottom > cloud.bottom + 1) found.push(`outside: ${text}`);
      for (const other of boxes.slice(at + 1)) {
        const apart =
          box.right <= other.box.left + 1 ||
          other.box.right <= box.left + 1 ||
          box.bottom <= other.box.top + 1 ||
          other.box.bottom <= box.top + 1;
        if (!apart) found.push(`over each other: ${text}, ${other.text}`);
      }
    }
    for (const part of document.querySelectorAll('.act, .chip, .lists button, .kinds button')) {
      const { left, right, width } = part.getBoundingClientRect();
      if (width > 0 && (left < -1 || right > innerWidth + 1)) found.push(`outside: ${part.textContent}`);
    }
    return found;
  });

async function look(
  label,
  address,
  options,
  { size, dark = false, forced = false, act, full = false, wait = 900 } = {},
) {
  const name = `${label}-${size}${dark ? '-dark' : ''}${forced ? '-forced' : ''}`;
  if (!name.includes(only)) return;
  const [width, height] = sizes[size];
  const touch = ['phone', 'narrow', 'upright'].includes(size);
  const { page, wrong, sockets, close } = await open(browser, address.startsWith('/j/') ? '/icon.svg' : address, {
    ...options,
    context: {
      viewport: { width, height },
      colorScheme: dark ? 'dark' : 'light',
      hasTouch: touch,
      isMobile: touch,
      ...(forced && { forcedColors: 'active' }),
    },
  });
  if (address.startsWith('/j/')) {
    const place = {
      code: 'H7K2MQ',
      token: '1.me.x',
      event: { id: 'ev', name: 'Conference' },
      room: { id: 'r1', name: 'Hall' },
    };
    await page.evaluate(
      (kept) => localStorage.setItem('plenary.place.ev', kept),
      JSON.stringify({ ...place, at: Date.now() }),
    );
    await page.goto(`http://stage.test${address}`);
  }
  await page.waitForTimeout(wait);
  let found = [];
  try {
    await act?.(page, sockets);
  } catch (error) {
    found.push(String(error).split('\n')[0]);
  }
  await page.waitForTimeout(wait);
  found = [
    ...found,
    ...wrong.filter((line) => !/favicon|404/.test(line)),
    ...(await misfits(page)),
    ...(address.startsWith('/stage') ? await stageFindings(page) : []),
    ...(await axeFindings(page, forced)),
  ];
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: full });
  await close();
  if (found.length > 0) failed++;
  console.log(found.length === 0 ? `ok   ${name}` : `FAIL ${name}\n     ${found.slice(0, 12).join('\n     ')}`);
}

/** A stage that shows it, and on which it may be steered by keys of its own. */
const staged = (activity, theme = 'dark', over = {}) => ({
  snapshots: { stage: { ...stages.six, activity, look: { ...stages.six.look, theme, ...over } } },
});
const key = (name) => (page) => page.keyboard.press(name);
for (const [name, cloud] of Object.entries(clouds)) {
  await look(`stage-${name}`, '/stage/ev/r1#secret', staged(cloud), { size: 'wide' });
}
for (const name of ['full', 'thirty', 'tongues', 'hidden', 'nobody']) {
  await look(`stage-${name}-lit`, '/stage/ev/r1#secret', staged(clouds[name], 'light'), { size: 'wide' });
}
for (const name of ['full', 'thirty', 'one', 'level', 'tongues']) {
  await look(`stage-${name}-list`, '/stage/ev/r1#secret', staged(clouds[name], 'dark', { byResult: true }), {
    size: 'wide',
  });
}
await look('stage-full-list-lit', '/stage/ev/r1#secret', staged(clouds.full, 'light', { byResult: true }), {
  size: 'wide',
});
for (const size of ['laptop', 'old', 'tall']) {
  await look('stage-full', '/stage/ev/r1#secret', staged(clouds.full), { size });
  await look('stage-list', '/stage/ev/r1#secret', staged(clouds.full, 'dark', { byResult: true }), { size });
}
await look('stage-large', '/stage/ev/r1#secret', staged(clouds.full, 'dark', { zoom: 140 }), { size: 'wide' });
await look('stage-frozen', '/stage/ev/r1#secret', staged(clouds.thirty), { size: 'wide', act: key('p') });
await look('stage-buttons', '/stage/ev/r1#secret', staged(clouds.thirty), {
  size: 'wide',
  act: (page) => page.mouse.move(300, 300),
});
await look('stage-full', '/stage/ev/r1#secret', staged(clouds.full), { size: 'wide', forced: true });

/** A cloud that fills while the room looks on. */
await look('stage-growing', '/stage/ev/r1#secret', staged(clouds.five), {
  size: 'wide',
  act: async (page, sockets) => {
    for (const [n, many] of [12, 30, 60, 110, 150].entries()) {
      const tally = { ...words(terms(many), { answers: many * 2 }).tally, version: 20 + n };
      sockets.get('stage').say({ type: 'tally', activity: 'w1', tally });
      await page.waitForTimeout(1_300);
    }
  },
});

const attendee = (activity) => ({
  snapshots: { attendee: phoneSnapshot(activity, { kinds: ['words', 'poll'], beside: [] }) },
  behave(server, { type, ref, activity, round, vote, seq }) {
    if (type === 'castVote') {
      server.say({ type: 'voteCounted', ref, activity, round, vote, seq, receipt: '5X8VG-PCP7E' });
    }
  },
});
const write =
  (...texts) =>
  async (page) => {
    for (const [at, text] of texts.entries()) await page.locator('#vote input[type="text"]').nth(at).fill(text);
  };
const vote = (page) => page.locator('.actions button').first().click();
const asked = words([], {}, { tally: null });
const shown = { ...words(terms(30), { more: 41 }), state: 'locked' };
for (const dark of [false, true]) {
  for (const size of ['phone', 'narrow']) {
    const at = { size, dark };
    await look('phone-empty', '/j/H7K2MQ', attendee(asked), at);
    await look('phone-two', '/j/H7K2MQ', attendee({ ...asked, abstain: 'Rather not say' }), {
      ...at,
      act: write('fair pay', 'Time to lead'),
    });
    await look('phone-wrong', '/j/H7K2MQ', attendee(asked), {
      ...at,
      act: async (page) => (await write('fair pay', 'Fair Pay', 'one two three four five')(page), vote(page)),
    });
    await look('phone-sent', '/j/H7K2MQ', attendee(asked), {
      ...at,
      act: async (page) => (await write('childcare', 'مساواة')(page), vote(page)),
    });
    await look('phone-result', '/j/H7K2MQ', attendee(shown), { ...at, full: true });
  }
}
await look('phone-five', '/j/H7K2MQ', attendee({ ...asked, entries: 5 }), {
  size: 'narrow',
  act: write('a', 'b', 'c', 'd'),
  full: true,
});
await look('phone-two', '/j/H7K2MQ', attendee(asked), { size: 'phone', forced: true, act: write('fair pay', 'time') });

const held = organisers(words(terms(60), { held: 14, hidden: 3, more: 12 }));
const snapshot = snapshotOf([], {});
const room = (cloud, over = {}) => ({
  ...snapshot,
  runOrder: [cloud],
  room: { ...snapshot.room, view: 'activity', activity: cloud.id, byResult: false, zoom: 100, theme: 'dark' },
  ...over,
});
const conflict = {
  code: 'conflict',
  message: 'It was decided otherwise meanwhile.',
  retry: 'snapshot',
  activity: 'w1',
};
const desk = (cloud, refuse, over) => ({
  snapshots: { organiser: room(cloud, over) },
  signedIn: true,
  may,
  behave: moderated(refuse),
});
const keys =
  (...names) =>
  async (page) => {
    if (await page.locator('.kinds').count()) await page.locator('.kinds button', { hasText: 'Words' }).click();
    await page.waitForTimeout(300);
    for (const name of names) await page.keyboard.press(name);
  };
const moderate = '/organiser/events/ev/rooms/r1/moderate';
for (const dark of [false, true]) {
  for (const size of ['desk', 'upright', 'phone', 'narrow']) {
    await look('moderate', moderate, desk(held), { size, dark, act: keys() });
    await look('moderate-join', moderate, desk(held), {
      size,
      dark,
      act: keys('x', 'ArrowDown', 'x', 'ArrowDown', 'x', 'm'),
    });
  }
  await look('moderate-rename', moderate, desk(held), { size: 'desk', dark, act: keys('ArrowDown', 'e') });
  await look('moderate-selected', moderate, desk(held), { size: 'phone', dark, act: keys('x', 'ArrowDown', 'x') });
  await look('moderate-done', moderate, desk(held), { size: 'desk', dark, act: keys('d') });
  await look('moderate-conflict', moderate, desk(held, conflict), { size: 'desk', dark, act: keys('a') });
  await look('moderate-joined', moderate, desk(held), {
    size: 'desk',
    dark,
    act: async (page) => (await keys()(page), page.click('.lists button:has-text("Joined")')),
  });
  await look('prepare', '/organiser/events/ev/rooms/r1/prepare', desk(held), { size: 'desk', dark });
  await look('prepare-panel', '/organiser/events/ev/rooms/r1/prepare', desk(held), {
    size: 'upright',
    dark,
    full: true,
  });
  await look(
    'editor',
    '/organiser/events/ev/rooms/r1/prepare',
    desk({ ...held, state: 'draft', hasVotes: false, tally: { ...held.tally, result: null, answers: 0, voted: 0 } }),
    { size: 'desk', dark },
  );
  await look('run', '/organiser/events/ev/rooms/r1/run', desk(held), { size: 'desk', dark });
}
const remote = {
  ...remotes.open,
  runOrder: [held],
  room: { ...remotes.open.room, view: 'activity', activity: held.id },
};
for (const size of ['phone', 'narrow']) {
  await look('remote', '/remote/ev/r1#secret', { snapshots: { remote } }, { size, full: true });
}
await browser.close();
process.exitCode = failed > 0 ? 1 : 0;
