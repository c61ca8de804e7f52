import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Server } from '../setup/server.ts';
import { add } from '../support/adding.ts';
import { parseCsv } from '../support/csv.ts';
import { SignedIn, type Desk } from '../support/desk.ts';
import { text } from '../support/http.ts';
import { device, HALL, open, PHONE, shared, signedInDevice } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { PRIORITY } from '../support/polls.ts';
import { startWithToys } from '../toy/server.ts';

/** A server with a kind more than others have, and pages that know it. */
let server: Server;
let who: SignedIn;

beforeAll(async () => {
  server = await startWithToys();
  who = await SignedIn.first(server.printed);
});
afterAll(() => server?.stop());

const QUESTION = 'Where shall the money go?';
const OLDER = 'This page is older than the event';

/** Jars and the pebbles in them, as a page shows them. */
const jars = (page: Page): Promise<string[]> =>
  page
    .getByRole('list', { name: `Pebbles: ${QUESTION}` })
    .getByRole('listitem')
    .allInnerTexts();

async function put(phone: Phone, pebbles: Record<string, number>): Promise<void> {
  for (const [jar, many] of Object.entries(pebbles)) await phone.page.getByLabel(jar).fill(String(many));
  await phone.button('Vote').click();
}

const bossPage = async (desk: Desk, context: BrowserContext): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${who.base}/organiser/events/${desk.event}`);
  return page;
};

const orderOf = async (boss: Page): Promise<string[]> =>
  (await boss.getByRole('region', { name: 'Run order' }).getByRole('listitem').locator('.text').allInnerTexts()).map(
    (name) => name.trim(),
  );

test('a kind that is a folder and an entry is written, opened, answered, shown and taken home', async () => {
  const desk = await who.event('Pebbles', [PRIORITY]);
  const boss = await bossPage(desk, await signedInDevice(who.base, who.cookie));
  await add(boss, 'Pebbles');
  const save = boss.getByRole('button', { name: 'Add pebbles' });
  await save.click();
  await boss.getByText('Write the question.').waitFor();
  await boss.getByRole('textbox', { name: 'Question', exact: true }).fill(QUESTION);
  await boss.getByLabel('Offer a way to abstain').check();
  await save.click();
  await boss.getByRole('heading', { name: QUESTION }).waitFor();
  await boss.frameLocator('iframe').first().getByText('4 pebbles each').first().waitFor();
  expect(await orderOf(boss)).toEqual([PRIORITY.question, QUESTION]);

  const [first, second, third] = await Promise.all([Phone.join(desk), Phone.join(desk), Phone.join(desk)]);
  const stage = await open(desk.stage, HALL);
  const remote = await open(desk.remote, PHONE);
  const press = (name: string) =>
    remote.locator('footer[aria-busy="false"]').getByRole('button', { name, exact: true }).click();
  await remote.getByRole('button', { name: QUESTION }).click();
  await remote.getByRole('heading', { name: QUESTION }).waitFor();
  expect(await remote.locator('.now').getByRole('listitem').allInnerTexts()).toEqual(['Roads', 'Schools', 'Parks']);
  await stage.getByText('4 pebbles each').first().waitFor();
  await press('Open voting');

  await first.button('Vote').click();
  await first.sees('Put a pebble into a jar first.');
  await put(first, { Roads: 4, Parks: 1 });
  await first.sees('You have 4 pebbles. Take one back first.');
  await put(first, { Roads: 3 });
  expect(await first.counted('3 × Roads, 1 × Parks')).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  await put(second, { Schools: 2 });
  await second.counted('2 × Schools');
  await third.page.getByLabel('Prefer not to say').check();
  await third.button('Vote').click();
  await third.counted('Prefer not to say');
  await first.think();
  await put(first, { Roads: 1 });
  const receipt = await first.counted('1 × Roads, 1 × Parks');
  await first.page.reload();
  expect(await first.counted('1 × Roads, 1 × Parks'), 'kept on the phone').toBe(receipt);
  await stage.getByText('Results are hidden until the presenter reveals them.').first().waitFor();
  expect(await jars(stage)).toEqual(['Roads', 'Schools', 'Parks']);
  expect(await jars(second.page)).toEqual([]);

  await press('Lock voting');
  await press('Reveal results');
  const result = ['Roads 1', 'Schools 2', 'Parks 1'];
  for (const page of [stage, first.page, second.page, third.page, remote, boss]) {
    await expect.poll(() => jars(page)).toEqual(result);
  }
  await second.sees(/Voting is locked/);
  await remote.getByText('3 of 3 have answered').first().waitFor();
  await stage.getByText('1 chose “Prefer not to say”').first().waitFor();
  const spoken = 'Result: 1 × Roads, 2 × Schools, 1 × Parks.';
  await stage.getByRole('status').getByText(spoken).waitFor({ state: 'attached' });

  await boss.getByRole('button', { name: 'Finalise…' }).click();
  await boss
    .getByRole('dialog')
    .getByRole('button', { name: /^Finalise/ })
    .click();
  const path = `/api/v1/events/${desk.event}`;
  const results = () => text(who.base, `${path}/results.json`, who.cookie);
  const pebbles = (file: string) =>
    (JSON.parse(file) as { results: Record<string, unknown>[] }).results.find(({ kind }) => kind === 'pebbles')!;
  await expect.poll(async () => pebbles(await results())['receipts']).toHaveLength(3);
  const file = await results();
  expect(pebbles(file)).toMatchObject({
    question: QUESTION,
    voted: 2,
    abstained: 1,
    abstainLabel: 'Prefer not to say',
    pebbles: { a: { sum: 1, mean: 0.5 }, b: { sum: 2, mean: 1 }, c: { sum: 1, mean: 0.5 } },
  });
  const rows = parseCsv(await text(who.base, `${path}/results.csv`, who.cookie));
  expect(rows.filter(({ measure }) => measure === 'pebbles').map(({ option, count }) => [option, count])).toEqual([
    ['a', '1'],
    ['b', '2'],
    ['c', '1'],
  ]);
  const verify = await open(`${who.base}/verify`, PHONE);
  await verify
    .getByLabel('Results file')
    .setInputFiles({ name: 'results.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await verify.getByLabel('Receipt').fill(receipt);
  await verify.getByText(`This receipt is among the 3 counted in “${QUESTION}”.`).waitFor();
});

/** Pages as they were loaded before the server was renewed: those of a server without the kind. */
async function old(context: BrowserContext): Promise<BrowserContext> {
  await context.route(/^[^?]*\/(j|stage|remote|organiser|assets)\//, async (route) => {
    const response = await route.fetch({ url: route.request().url().replace(who.base, shared().base) });
    await route.fulfill({ response });
  });
  return context;
}

test('pages that are older than a kind say so and go on with what they know', async () => {
  const desk = await who.event('Pebbles for old pages', [PRIORITY]);
  const draft = { question: QUESTION, abstain: null, results: 'everyone' };
  const create = { type: 'createActivity', room: desk.room, after: null, kind: 'pebbles', draft };
  await desk.run(create as unknown as Parameters<Desk['run']>[0]);
  await desk.wire.until(() => desk.state.runOrder.length === 2);
  const on = async (index: number) =>
    desk.run({ type: 'setStage', room: desk.room, view: 'activity', activity: desk.activity(index).id });

  const phone = new Phone(await (await old(await device(PHONE))).newPage());
  await phone.page.goto(desk.join);
  await phone.live();
  const stage = await (await old(await device(HALL))).newPage();
  await stage.goto(desk.stage);
  const remote = await (await old(await device(PHONE))).newPage();
  await remote.goto(desk.remote);
  const boss = await bossPage(desk, await old(await signedInDevice(who.base, who.cookie)));
  await on(0);
  await desk.open(0);
  const voter = await Phone.join(desk);
  await put(voter, { Roads: 1 });
  await voter.counted('1 × Roads');

  await phone.sees(OLDER);
  await stage.getByText(OLDER).first().waitFor();
  await remote.getByText(OLDER).first().waitFor();
  await remote.getByRole('button', { name: 'Something new' }).waitFor();
  await boss.getByRole('button', { name: 'Something new' }).click();
  await boss.getByText('Reload it to work with this activity.').waitFor();
  expect(await orderOf(boss)).toEqual(['Something new', PRIORITY.question]);

  await desk.lock(0);
  await on(1);
  await desk.open(1);
  await phone.vote('Culture change');
  await phone.counted('Culture change');
  await stage.getByRole('heading', { name: PRIORITY.question }).waitFor();
  await remote.getByRole('heading', { name: PRIORITY.question }).waitFor();
  await boss.getByRole('button', { name: PRIORITY.question }).click();
  await boss.getByRole('heading', { name: PRIORITY.question }).waitFor();
});
