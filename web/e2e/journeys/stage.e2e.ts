import { createServer } from 'node:http';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  device,
  expectComplaints,
  HALL,
  OLD_PROJECTOR,
  open,
  organiser,
  shared,
  signedInDevice,
} from '../support/people.ts';
import { poll, PRIORITY, STRUGGLE } from '../support/polls.ts';
import { misfits, smallestLetters, stageRows, steerable } from '../support/stage.ts';
import { Swarm } from '../support/swarm.ts';

test('keys of the stage: an organiser who is signed in steers', async () => {
  const desk = await organiser().event('Keys', [PRIORITY, STRUGGLE]);
  const stage = await (await signedInDevice(shared().base, shared().cookie, HALL)).newPage();
  await stage.goto(desk.stage);
  const press = (key: string) => stage.keyboard.press(key);
  const sees = (text: string | RegExp) => stage.getByRole('main').getByText(text).first().waitFor();
  await sees('Nobody has joined yet');
  await steerable(stage);

  await press('ArrowRight');
  await sees(PRIORITY.question);
  await press('ArrowRight');
  await sees(STRUGGLE.question);
  await press('ArrowLeft');
  await sees(PRIORITY.question);
  await press('s');
  await sees('Voting is open');
  await desk.wire.until(() => desk.poll(0).state === 'open');
  await press('v');
  await sees(/Results are hidden/);
  await press('v');
  await desk.wire.until(() => desk.poll(0).results === 'everyone');
  await press('s');
  await sees('Voting is locked');
  for (const [key, view] of [
    ['j', 'join'],
    ['b', 'blank'],
  ] as const) {
    await press(key);
    await desk.wire.until(() => desk.state.room.view === view);
    await press(key);
    await desk.wire.until(() => desk.state.room.view === 'activity');
  }
  await press('o');
  await desk.wire.until(() => desk.state.room.byResult);
  await press('+');
  await desk.wire.until(() => desk.state.room.zoom === 110);
});

test('keys of the stage: with the link alone, what everybody sees does not change, and the rest works', async () => {
  const desk = await organiser().event('Keys without', [PRIORITY, STRUGGLE]);
  await desk.open(0);
  const stage = await open(desk.stage, HALL);
  await stage.getByRole('heading', { name: PRIORITY.question }).waitFor();
  const { version } = desk.state;
  for (const key of [' ', 's', 'ArrowRight', 'ArrowLeft']) {
    await stage.keyboard.press(key);
    await stage
      .getByRole('status')
      .getByText(/Sign in on this computer/)
      .waitFor();
  }
  expect(desk.state.version).toBe(version);

  await stage.keyboard.press('j');
  await stage.getByRole('heading', { name: 'Keys without' }).waitFor();
  await stage.keyboard.press('j');
  const question = stage.getByRole('heading', { name: PRIORITY.question });
  await question.waitFor();
  const size = async () => (await question.boundingBox())!.height;
  const before = await size();
  for (let i = 0; i < 3; i++) await stage.keyboard.press('+');
  await expect.poll(size).toBeGreaterThan(before);
  for (let i = 0; i < 3; i++) await stage.keyboard.press('-');
  await expect.poll(size).toBe(before);
  await stage.keyboard.press('?');
  await stage.getByRole('dialog', { name: 'Keys' }).waitFor();
  await stage.keyboard.press('Escape');
  await stage.getByRole('dialog').waitFor({ state: 'hidden' });
});

test('F asks for full screen and leaves it again; where it is refused, the stage says what to do', async () => {
  const desk = await organiser().event('Full screen', [PRIORITY]);
  const stage = await open(desk.stage, HALL);
  await stage.getByText('Nobody has joined yet', { exact: true }).waitFor();
  // Whether a browser without a desktop grants full screen is its own affair (some never answer), so its part is played
  // here.
  await stage.evaluate(() => {
    let whole: Element | null = null;
    let granted = true;
    const change = (to: Element | null) => {
      whole = to;
      document.dispatchEvent(new Event('fullscreenchange'));
    };
    Object.defineProperty(document, 'fullscreenElement', { get: () => whole });
    document.documentElement.requestFullscreen = async function () {
      if (!granted) throw new TypeError('fullscreen error');
      change(this);
      granted = false;
    };
    document.exitFullscreen = async () => change(null);
  });
  const button = (name: string) => stage.getByRole('button', { name, exact: true });
  await stage.keyboard.press('f');
  await button('Leave full screen').waitFor({ state: 'attached' });
  await stage.keyboard.press('f');
  await button('Full screen').waitFor({ state: 'attached' });
  await stage.keyboard.press('f');
  await stage.getByText('This browser does not give full screen here. Use its own menu.').waitFor();
});

/** Whether the pointer shows, and the bar of buttons. */
const pointed = (stage: Page) =>
  stage.evaluate(() => [
    getComputedStyle(document.querySelector('.whole')!).cursor !== 'none',
    getComputedStyle(document.querySelector('.buttons')!).opacity === '1',
  ]);

test('the pointer and the buttons hide three seconds after the last movement', async () => {
  const desk = await organiser().event('Pointer', [PRIORITY]);
  const stage = await open(desk.stage, HALL);
  await stage.getByText('Nobody has joined yet', { exact: true }).waitFor();
  const seen = () => pointed(stage);
  await expect.poll(seen).toEqual([false, false]);
  let moved = 0;
  await expect
    .poll(async () => {
      moved = Date.now();
      await stage.mouse.move(200 + (moved % 100), 200);
      return seen();
    })
    .toEqual([true, true]);
  await expect.poll(seen).toEqual([false, false]);
  expect(Date.now() - moved).toBeGreaterThan(2_800);
});

test('E13 a button of the bar that was clicked does not keep it there, and the next key is not its', async () => {
  const desk = await organiser().event('Pointer and keys', [PRIORITY]);
  const stage = await open(desk.stage, HALL);
  await stage.getByText('Nobody has joined yet', { exact: true }).waitFor();
  await stage.mouse.move(200, 200);
  await expect.poll(() => pointed(stage)).toEqual([true, true]);
  const larger = stage.getByRole('button', { name: 'Larger' });
  const box = (await larger.boundingBox())!;
  await stage.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await stage.mouse.move(200, 200);
  expect(await stage.evaluate(() => document.activeElement === document.body)).toBe(true);
  await expect.poll(() => pointed(stage)).toEqual([false, false]);
  const size = () => stage.locator('.code').evaluate((code) => getComputedStyle(code).fontSize);
  const before = await size();
  await stage.keyboard.press('Space');
  expect(await size()).toBe(before);
});

test('nothing is cut off, covered or scrolled at 1920x1080 and 1024x768, from 2 options to 20', async () => {
  const desk = await organiser().event('Does it fit', [poll(2), poll(6), poll(20), poll(6, 200), poll(20, 200)]);
  const swarm = await Swarm.join(shared().base, desk.code, 40, 300);
  const screens = await Promise.all([HALL, OLD_PROJECTOR].map((size) => open(desk.stage, size)));
  const found: Record<string, string[]> = {};
  for (const stage of screens) {
    await stage.getByText('40 people have joined', { exact: true }).waitFor();
    const wrong = await misfits(stage);
    if (wrong.length > 0) found[`join screen at ${stage.viewportSize()!.width}`] = wrong;
  }
  for (const [index, { question, options }] of desk.polls.entries()) {
    await desk.open(index);
    await expect.poll(() => swarm.settled(index + 1)).toBe(true);
    for (const state of ['open', 'hidden']) {
      await desk.show(index, state === 'open' ? 'stage' : 'hidden');
      for (const stage of screens) {
        await stage.getByRole('heading', { name: question }).waitFor();
        await expect
          .poll(async () => (await stageRows(stage)).filter(([, percent]) => percent !== '').length)
          .toBe(state === 'open' ? options.length : 0);
        const wrong = await misfits(stage);
        const { width } = stage.viewportSize()!;
        const name = `${options.length} options, ${question.length} characters, ${state}, ${width}`;
        if (wrong.length > 0) found[name] = wrong;
        expect.soft(await smallestLetters(stage), name).toBeGreaterThanOrEqual(stage.viewportSize()!.width / 100);
      }
    }
  }
  swarm.close();
  expect(found).toEqual({});
});

test('the stage shows in a frame of an allowed origin, and in no other', async () => {
  expectComplaints(/frame-ancestors|screen-wake-lock/); // a frame may keep the screen awake only where its page lets it
  const host = createServer((request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(
      `<iframe width=900 height=600 src="${new URL(request.url!, shared().base).searchParams.get('stage')}"></iframe>`,
    );
  });
  await new Promise<void>((resolve) => host.listen(0, resolve));
  const { port } = host.address() as { port: number };
  const allowed = `http://localhost:${port}`;
  const desk = await organiser().event('Framed', [PRIORITY], [allowed]);
  const others = await organiser().event('Not framed', [PRIORITY]);
  const ancestors = async (url: string) =>
    /frame-ancestors ([^;]+)/.exec((await fetch(url)).headers.get('content-security-policy') ?? '')?.[1];
  expect(await ancestors(desk.stage)).toBe(`'self' ${allowed}`);
  expect(await ancestors(others.stage)).toBe("'self'");
  for (const path of ['/', '/organiser', new URL(desk.remote).pathname]) {
    expect(await ancestors(shared().base + path)).toBe("'none'");
  }

  const page = await (await device(HALL)).newPage();
  await page.goto(`${allowed}/?stage=${encodeURIComponent(desk.stage)}`);
  await page.frameLocator('iframe').getByText('Nobody has joined yet', { exact: true }).waitFor();

  const refused = async (url: string) => {
    const denied = page.waitForEvent(
      'console',
      (message) => message.text().includes('frame-ancestors') || message.text().includes('Framing'),
    );
    await page.goto(url);
    await denied;
    expect(await page.frameLocator('iframe').getByText('joined').count()).toBe(0);
  };
  await refused(`${allowed}/?stage=${encodeURIComponent(others.stage)}`);
  await refused(`http://127.0.0.1:${port}/?stage=${encodeURIComponent(desk.stage)}`);
  host.close();
});
