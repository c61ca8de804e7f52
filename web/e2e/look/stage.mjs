// Renders every state of the stage and looks at each: `node e2e/look/stage.mjs FOLDER [NAME]` after `npm run build`.
import { mkdir } from 'node:fs/promises';
import { axeFindings, stageFindings } from './checks.mjs';
import { drop, launch, open } from './browser.mjs';
import { remotes, stage, stages, poll } from './fixtures.mjs';

const [folder = '/tmp/look', only = ''] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const browser = await launch();
const sizes = { wide: [1920, 1080], laptop: [1280, 720], old: [1024, 768], small: [640, 360], tall: [1080, 1920] };
const address = '/stage/ev/r1#secret';
let failed = 0;

async function look(name, snapshot, { size = 'wide', media = {}, act = async () => undefined, ...rest } = {}) {
  const label = `${name}-${size}`;
  if (!label.includes(only)) return;
  const [width, height] = sizes[size];
  const context = { viewport: { width, height }, ...media };
  const { page, wrong, sockets, close } = await open(browser, address, {
    snapshots: { stage: snapshot },
    context,
    ...rest,
  });
  await page.waitForTimeout(150);
  await act(page, sockets);
  await page.waitForTimeout(550);
  const seen = await stageFindings(page);
  const found = [...wrong, ...seen, ...(await axeFindings(page, media.forcedColors === 'active'))];
  await page.screenshot({ path: `${folder}/${label}.png` });
  await close();
  if (found.length > 0) failed++;
  console.log(found.length === 0 ? `ok   ${label}` : `FAIL ${label}\n     ${found.join('\n     ')}`);
}

/** The same on light ground. */
const lit = (snapshot) => ({ ...snapshot, look: { ...snapshot.look, theme: 'light' } });
for (const [name, snapshot] of Object.entries(stages)) {
  for (const size of ['wide', 'laptop', 'old']) {
    await look(name, snapshot, { size });
    if (snapshot.look.theme === 'dark') await look(`${name}-lit`, lit(snapshot), { size });
  }
}
for (const name of ['six', 'twenty', 'join', 'twenty-long']) {
  for (const size of ['small', 'tall']) await look(name, stages[name], { size });
}
for (const name of ['six', 'hidden', 'join']) {
  await look(`${name}-forced`, stages[name], { media: { forcedColors: 'active' } });
}
for (const size of ['wide', 'laptop', 'old']) {
  await look('help', stages.six, { size, act: (page) => page.keyboard.press('?') });
  await look('help-able', stages.six, {
    size,
    signedIn: true,
    snapshots: { stage: stages.six, organiser: remotes.open },
    act: (page) => page.keyboard.press('?'),
  });
  await look('buttons', stages.six, { size, act: (page) => page.mouse.move(300, 300) });
  await look('buttons-able', stages.six, {
    size,
    signedIn: true,
    snapshots: { stage: stages.six, organiser: remotes.open },
    act: (page) => page.mouse.move(300, 300),
  });
  await look('reactions-still', stages.reactions, { size, media: { reducedMotion: 'reduce' } });
  await look('reactions-rising', stages.reactions, {
    size,
    act: async (page, sockets) => {
      const added = { clap: 12, heart: 6, idea: 3, question: 1 };
      sockets.get('stage').say({ type: 'reactions', epoch: 'e', activity: 'x', added, totals: added });
      await page.waitForTimeout(900);
    },
  });
  await look('hint', stages.six, { size, act: (page) => page.keyboard.press('s') });
  await look('sorted', stage(poll(['First', 'Second', 'Third'], { result: [3, 9, 5] })), {
    size,
    act: (page) => page.keyboard.press('o'),
  });
  for (const [name, key] of [
    ['larger', '+'],
    ['smaller', '-'],
  ]) {
    for (const state of ['six', 'twenty', 'join', 'question-300']) {
      await look(`${state}-${name}`, stages[state], {
        size,
        act: async (page) => {
          for (let i = 0; i < 4; i++) await page.keyboard.press(key);
        },
      });
    }
  }
}
for (const [name, snapshot] of Object.entries({ dark: stages.six, light: stages.light, join: stages.join })) {
  for (const size of ['wide', 'laptop', 'old']) {
    await look(`reconnecting-${name}`, snapshot, {
      size,
      act: async (page, sockets) => {
        await drop(sockets, 'stage');
        await page.waitForTimeout(4200);
      },
    });
  }
}
await look('refused', null, { refuse: { code: 4003, message: 'This link or token is not valid (any more).' } });
await look('nothing-yet', null, { act: (page) => page.waitForTimeout(2500) });
await browser.close();
console.log(failed === 0 ? 'All well.' : `${failed} with findings.`);
process.exitCode = failed === 0 ? 0 : 1;
