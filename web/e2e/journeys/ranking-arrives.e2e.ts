import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessible } from '../support/axe.ts';
import { Cable } from '../support/cable.ts';
import { text } from '../support/http.ts';
import { device, organiser, shared } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { PRIORITY } from '../support/polls.ts';
import { HELP, make, option } from '../support/ranking.ts';

/** 1.6 Mbit/s, and as far away as a bad mobile network makes it: for scripts and for the WebSocket alike. */
const SLOW = { rttMs: 300, bytesPerSecond: 1_600_000 / 8 };
const [FIRST, SECOND] = HELP.options.map(({ text }) => text) as [string, string];
/** Every option of the question, none of which is on the screen before its parts are here. */
const offered = (phone: Phone) => Promise.all(HELP.options.map(({ text }) => option(phone.page, text).waitFor()));

const had = (path: string) => text(shared().base, path, shared().cookie);

/** Scripts and style sheets that the page itself names: its first load. */
async function firstLoad(): Promise<Set<string>> {
  const names = [...(await had('/')).matchAll(/\/assets\/[\w.-]+\.(?:js|css)/g)].map(([path]) => path);
  expect(names.length).toBeGreaterThan(1);
  return new Set(names);
}

/** What a page asks for where its WebSocket is slow to open, as on a busy machine: no part of what it shows. */
async function otherTransport(): Promise<string> {
  const first = await firstLoad();
  const scripts = await Promise.all([...first].filter((path) => path.endsWith('.js')).map(had));
  const names = new Set(
    scripts.flatMap((script) => [...script.matchAll(/[\w-]+\.js(?=["'`])/g)].map(([name]) => name)),
  );
  const later = [...names].map((name) => `/assets/${name}`).filter((path) => !first.has(path));
  for (const path of later) if ((await had(path)).includes('/api/v1/stream')) return path;
  throw new Error('no script opens event streams');
}

/** Scripts and style sheets that a page asked for after its first load, and those that came, each once. */
async function later(page: Page) {
  const first = (await firstLoad()).add(await otherTransport());
  const asked = new Set<string>();
  const came = new Set<string>();
  const note = (files: Set<string>) => (request: { url(): string }) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/assets/') && !first.has(pathname)) files.add(pathname);
  };
  page.on('request', note(asked));
  page.on('requestfinished', note(came));
  /** So many scripts, and whatever else was asked for with them. */
  const all = (scripts: number) =>
    expect
      .poll(() => [[...came].filter((path) => path.endsWith('.js')).length >= scripts, asked.size - came.size])
      .toEqual([true, 0]);
  return { asked, came, all };
}

async function arriving(url: string) {
  const page = await (await device()).newPage();
  const files = await later(page);
  await page.goto(url);
  return { phone: new Phone(page), files };
}

/** The menu, what is said of ballots, bars and what kinds share come with a poll; a ranking is one more. */
const OF_POLLS = 4;
const WITH_RANKING = OF_POLLS + 1;

test('on a slow line a ranking that opens asks for nothing: it came while people waited', async () => {
  const desk = await organiser().event('Slow line', [PRIORITY]);
  await make(desk, HELP);
  const { phone, files } = await arriving((await Cable.to(desk.join, SLOW)).through(desk.join));
  await phone.sees('Waiting for the first poll');
  await files.all(WITH_RANKING);
  const before = [...files.asked];

  await desk.open(1);
  await offered(phone);
  await phone.page.getByText('How we know').tap();
  await phone.sees('You gave no name and no address');
  await option(phone.page, SECOND).tap();
  await phone.button('Vote').tap();
  await phone.counted(`1. ${SECOND}`);
  await desk.lock(1);
  await desk.show(1, 'everyone');
  await phone.page.getByRole('table').waitFor();
  expect([...files.asked]).toEqual(before);
});

test('a ranking that is added later comes then, and opens while nothing can be loaded any more', async () => {
  const desk = await organiser().event('Nothing loads', [PRIORITY]);
  const cable = await Cable.to(desk.join);
  const { phone, files } = await arriving(cable.through(desk.join));
  await files.all(OF_POLLS);
  const before = files.asked.size;
  await make(desk, HELP);
  await files.all(WITH_RANKING);
  expect(files.asked.size, 'nothing of it came before').toBeGreaterThan(before);

  cable.cut();
  await phone.lost();
  await desk.open(1);
  const refused: string[] = [];
  const transport = await otherTransport();
  await phone.page.route('**/assets/**', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname !== transport) refused.push(pathname);
    return route.abort('internetdisconnected');
  });
  cable.mend();
  await phone.page.evaluate(() => dispatchEvent(new Event('online')));
  await offered(phone);
  for (const text of [SECOND, FIRST]) await option(phone.page, text).tap();
  await phone.button('Vote').tap();
  await phone.counted(`1. ${SECOND}, 2. ${FIRST}`);
  await desk.voted(1, 1);
  await desk.lock(1);
  await desk.show(1, 'everyone');
  await phone.page.getByRole('table').waitFor();

  await desk.open(0);
  await phone.vote('Culture change');
  await phone.counted('Culture change');
  await desk.lock(0);
  await desk.show(0, 'everyone');
  await phone.page.getByRole('table').waitFor();
  expect(refused).toEqual([]);
});

test('who enters while it opens sees what is asked, is told what it waits for, and answers', async () => {
  const desk = await organiser().event('At that very second', []);
  await make(desk, HELP);
  await desk.open(0);
  const page = await (await device()).newPage();
  const first = await firstLoad();
  const tried = new Map<string, number>();
  let fail: () => void, come: () => void;
  const failing = new Promise<void>((resolve) => (fail = resolve));
  const coming = new Promise<void>((resolve) => (come = resolve));
  await page.route('**/assets/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (first.has(pathname)) return route.continue();
    const times = (tried.get(pathname) ?? 0) + 1;
    tried.set(pathname, times);
    await (times === 1 ? failing : coming);
    return times === 1 ? route.abort('connectionreset') : route.continue();
  });
  const phone = new Phone(page);
  await page.goto(desk.join);
  await phone.live();
  await phone.sees(HELP.question);
  await phone.sees('Loading.');
  await accessible(page, 'phone: a poll that loads', { phone: true });
  fail!();
  await phone.sees('This comes by itself when the network is back.');
  await accessible(page, 'phone: a poll that did not load', { phone: true });
  come!();
  await offered(phone);
  await option(page, FIRST).tap();
  await phone.button('Vote').tap();
  await phone.counted(`1. ${FIRST}`);
  expect(Math.max(...tried.values())).toBeGreaterThan(1);
});
