import { test } from 'vitest';
import { Server } from '../setup/server.ts';
import { doors } from '../support/doors.ts';
import { ask, text } from '../support/http.ts';
import { HALL, LAPTOP, OLD_PROJECTOR, open, organiser, PHONE, shared, signedInDevice } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { poll, PRIORITY, USED } from '../support/polls.ts';
import { invited } from '../support/queue.ts';
import { Swarm } from '../support/swarm.ts';
import { shoot } from './shoot.ts';

test('doors', async () => {
  const server = await Server.start('http://vote.example.org');
  const setup = await open(server.printed.setup!, LAPTOP);
  await setup.getByLabel('Your name').waitFor();
  await shoot(setup, 'organiser-door-set-up');
  await setup.getByRole('button', { name: 'Make the account' }).click();
  await shoot(setup, 'organiser-door-set-up-problems');
  await setup.getByLabel('Your name').fill('Organiser');
  await setup.getByLabel('E-mail address').fill('organiser@example.org');
  await setup.getByLabel('Password', { exact: true }).fill('four words in a row');
  await setup.getByRole('button', { name: 'Make the account' }).click();
  await setup.getByRole('heading', { name: 'Events' }).waitFor();
  await setup
    .getByText(/^No events yet|women|conference/i)
    .first()
    .waitFor();
  await shoot(setup, 'organiser-door-first-visit');
  await server.stop();
  const door = await open(`${shared().base}/organiser`, LAPTOP);
  await door.getByRole('button', { name: 'Sign in' }).waitFor();
  await shoot(door, 'organiser-door-sign-in');
  await door.getByLabel('E-mail address').fill('organiser@example.org');
  await door.getByLabel('Password', { exact: true }).fill('not the one');
  await door.getByRole('button', { name: 'Sign in' }).click();
  await door.getByText('do not belong together').waitFor();
  await shoot(door, 'organiser-door-sign-in-wrong', ['light']);
  const phone = new Phone(await open(`${shared().base}/`, PHONE));
  await shoot(phone.page, 'phone-form');
  await phone.page.getByLabel('Code on the screen').fill('ZZZ ZZZ');
  await phone.button('Join').click();
  await phone.sees(/No event has the code/);
  await shoot(phone.page, 'phone-form-wrong-code');
});

test.each([
  ['laptop', LAPTOP],
  ['small', PHONE],
])('organiser, %s', async (size, options) => {
  const desk = await organiser().event('Regional network, spring meeting', [PRIORITY, USED, poll(20, 200)]);
  const page = await (await signedInDevice(shared().base, shared().cookie, options)).newPage();
  await page.goto(`${shared().base}/organiser`);
  await page.getByRole('link', { name: 'Regional network, spring meeting' }).first().waitFor();
  await shoot(page, `organiser-${size}-events`);
  await page.getByRole('button', { name: 'New event' }).click();
  await page.getByRole('dialog', { name: 'New event' }).waitFor();
  await shoot(page, `organiser-${size}-new-event`);
  await page.goto(`${shared().base}/organiser/events/${desk.event}`);
  await page.getByRole('heading', { name: PRIORITY.question }).waitFor();
  await shoot(page, `organiser-${size}-event`);
  for (const [button, title] of [
    ['Delete…', 'Delete this poll?'],
    ['Share', 'Share'],
  ]) {
    await page.getByRole('button', { name: button!, exact: true }).first().click();
    await page.getByRole('dialog', { name: title! }).waitFor();
    await shoot(page, `organiser-${size}-${title!.replace(/\W+/g, '-')}`);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').first().waitFor({ state: 'hidden' });
  }
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await shoot(page, `organiser-${size}-keys`, ['light']);
  const empty = await organiser().event('Empty', []);
  await page.goto(`${shared().base}/organiser/events/${empty.event}`);
  await page.getByText('Nothing here yet').waitFor();
  await shoot(page, `organiser-${size}-empty`, ['light']);
  await page.goto(`${shared().base}/preview/${desk.event}/${desk.room}`);
  await page.getByText('Preview: votes are not counted.').waitFor();
  await shoot(page, `organiser-${size}-preview`, ['light']);
});

test('phones before, between and after', async () => {
  const desk = await organiser().event('Regional network, summer meeting', [{ ...PRIORITY, results: 'hidden' }]);
  const phone = await Phone.join(desk);
  await desk.open(0);
  await phone.vote('Gender pay');
  await phone.counted('Gender pay');
  await shoot(phone.page, 'phone-between-hidden');
  await desk.reset(0);
  await desk.open(0);
  await phone.sees('The organiser reset this poll.');
  await shoot(phone.page, 'phone-between-reset');
  const returning = await phone.page.context().newPage();
  await returning.goto(`${shared().base}/`);
  await returning.getByRole('button', { name: /^Return to/ }).waitFor();
  await shoot(returning, 'phone-before-return');
  await returning.getByRole('button', { name: 'Join' }).click();
  await shoot(returning, 'phone-before-no-code', ['light']);
  for await (const { state, page } of doors(desk)) await shoot(page, `phone-door-${state}`);
});

test('no events', async () => {
  const { base, cookie } = shared();
  const desk = await organiser().event('For a moment', []);
  const helper = await signedInDevice(base, await invited(desk, 'Of no event'));
  await ask(base, 'DELETE', `/api/v1/events/${desk.event}`, undefined, cookie);
  for (const [size, { viewport }] of [
    ['laptop', LAPTOP],
    ['small', PHONE],
  ] as const) {
    const page = await helper.newPage();
    await page.setViewportSize(viewport);
    await page.goto(`${base}/organiser`);
    await page.getByText('You do not help run an event at present.').waitFor();
    await shoot(page, `organiser-${size}-no-events`);
  }
});

test('stages, from 2 options to 20', async () => {
  const desk = await organiser().event('Stages', [poll(2), poll(20), poll(6, 200), poll(20, 200)]);
  const swarm = await Swarm.join(shared().base, desk.code, 60, 300);
  const phone = await Phone.join(desk);
  for (const [index, { question, options }] of desk.polls.entries()) {
    await desk.open(index);
    await phone.sees(question);
    await desk.wire.until(() => desk.tally(index).voted > 50);
    const stages = await Promise.all([HALL, OLD_PROJECTOR].map((size) => open(desk.stage, size)));
    for (const stage of stages) {
      await stage.getByRole('heading', { name: question }).waitFor();
      await shoot(stage, `stage-${stage.viewportSize()!.width}-x${options.length}-${question.length}`, ['dark']);
    }
    await shoot(phone.page, `phone-x${options.length}-${question.length}`, ['light']);
    if (index === 0) {
      const [hall] = stages;
      await hall!.mouse.move(400, 400);
      await hall!.waitForTimeout(100);
      await shoot(hall!, 'stage-1920-buttons', ['dark']);
      await hall!.keyboard.press('?');
      await hall!.getByRole('dialog').waitFor();
      await shoot(hall!, 'stage-1920-help', ['dark']);
    }
  }
  swarm.close();
});

test('finalised, and the page that looks for a receipt', { timeout: 60_000 }, async () => {
  const desk = await organiser().event('Finalised', [{ ...PRIORITY, results: 'everyone' }]);
  await desk.open(0);
  const phone = await Phone.join(desk);
  await phone.vote('Gender pay');
  const receipt = await phone.counted('Gender pay');
  for (const [size, options] of [
    ['laptop', LAPTOP],
    ['small', PHONE],
  ] as const) {
    const page = await (await signedInDevice(shared().base, shared().cookie, options)).newPage();
    await page.goto(`${shared().base}/organiser/events/${desk.event}`);
    if (size === 'laptop') {
      await page.getByRole('button', { name: 'Finalise…' }).click();
      await shoot(page, `organiser-${size}-finalise`);
      await page.getByRole('button', { name: 'Finalise for good' }).click();
    }
    await page.getByText('Finalised: nobody can find out who voted what.').waitFor({ timeout: 30_000 });
    await shoot(page, `organiser-${size}-finalised`);
  }
  await phone.sees(/This poll is finalised/);
  await shoot(phone.page, 'phone-finalised');
  const results = await text(shared().base, `/api/v1/events/${desk.event}/results.json`, shared().cookie);
  for (const [size, options] of [
    ['laptop', LAPTOP],
    ['small', PHONE],
  ] as const) {
    const page = await open(`${shared().base}/verify`, options);
    await page
      .getByLabel('Results file')
      .setInputFiles({ name: 'results.json', mimeType: 'application/json', buffer: Buffer.from(results) });
    await page.getByLabel('Receipt').fill(receipt);
    await page.getByText('This receipt is the only one counted').waitFor();
    await shoot(page, `verify-${size}`);
  }
});
