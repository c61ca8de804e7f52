import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { Server } from '../setup/server.ts';
import { Cable } from '../support/cable.ts';
import { SignedIn, type Desk } from '../support/desk.ts';
import { ask } from '../support/http.ts';
import { device, LAPTOP, organiser, PHONE, shared, signedInDevice } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { PRIORITY } from '../support/polls.ts';

const online = (page: Page) => page.evaluate(() => void dispatchEvent(new Event('online')));
/** A request must be on its way for a while before its page takes it for one that hangs. */
const hanging = (page: Page) => page.waitForTimeout(1_200);

/**
 * So many people have joined, and not more. What a snapshot says of it is a second old at most: whoever joined before
 * stands in it after that.
 */
async function expectJoined(desk: Desk, people: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  const now = await desk.who.desk(desk.event);
  await now.wire.until(() => now.state.presence.joined >= people);
  expect(now.state.presence.joined).toBe(people);
}

/** The token this phone has in an event. */
const token = (page: Page, event: string): Promise<string | null> =>
  page.evaluate(
    (name) => (JSON.parse(localStorage.getItem(name) ?? 'null') as { token: string } | null)?.token ?? null,
    `plenary.place.${event}`,
  );

async function type(phone: Phone, code: string): Promise<void> {
  await phone.page.getByLabel('Code on the screen').fill(code);
  await phone.button('Join').click();
}

/**
 * The first request gets no answer, and the first after each `again`. The route stays: taking it away while the page
 * asks for other things may keep those from it.
 */
async function hang(page: Page, path: string): Promise<{ asked: () => number; again: () => void }> {
  let asked = 0;
  await page.route(`**${path}`, (route) => (++asked > 1 ? route.continue() : undefined));
  return { asked: () => asked, again: () => (asked = 0) };
}

/** An event with a second room; its codes. */
async function twoRooms(name: string): Promise<{ desk: Desk; hall: string; annexe: string }> {
  const desk = await organiser().event(name, [PRIORITY]);
  await desk.run({ type: 'createRoom', name: 'Annexe' });
  const { rooms, join } = (await desk.who.desk(desk.event)).state as {
    rooms?: { id: string; name: string }[];
    join: { code: string };
  };
  const first = join.code;
  const { body } = await ask<{ token: string; rooms: { id: string; name: string }[] }>(
    desk.who.base,
    'POST',
    '/api/v1/join',
    { code: first },
  );
  const other = (rooms ?? body.rooms).find((room) => room.name === 'Annexe')!;
  const { body: there } = await ask<{ code: string }>(desk.who.base, 'POST', '/api/v1/join', {
    token: body.token,
    room: other.id,
  });
  return { desk, hall: first, annexe: there.code };
}

test('C3 joining over a dead link says what is wrong, has a button, and takes people in by itself', async () => {
  const desk = await organiser().event('Dead link', [PRIORITY]);
  const cable = await Cable.to(desk.who.base);
  const phone = new Phone(await (await device(PHONE)).newPage());
  await phone.page.goto(cable.through(desk.who.base));
  cable.hold();
  await type(phone, desk.code);
  await phone.sees('Taking you to your place.');
  await phone.sees(/No answer: the network is slow or gone/);
  await phone.sees(/Trying again/);
  await phone.button('Try again now').click();
  await phone.sees(/No answer: the network is slow or gone/);
  expect(await phone.button('Use another code').isVisible()).toBe(true);
  cable.mend();
  await phone.live();
  await expectJoined(desk, 1);
});

test('C4 a full room is tried again by itself, and says when', async () => {
  const server = await Server.start(null, { PLENARY_MAX_PHONES: '1' });
  try {
    const who = await SignedIn.first(server.printed);
    const { body } = await ask<{ events: { id: string }[] }>(who.base, 'GET', '/api/v1/events', undefined, who.cookie);
    const desk = await who.desk(body.events[0]!.id);
    const first = await Phone.join(desk);
    const second = new Phone(await (await device(PHONE)).newPage());
    await second.page.goto(desk.join);
    await second.sees('The room is full.');
    await second.sees(/^Trying again in \d+ s\.$/);
    await second.button('Try again now').click();
    await second.sees(/^Trying again in \d+ s\.$/);
    await first.page.close();
    await second.page.getByText(/^(Live|Connected)/).waitFor(); // it asks less and less often
  } finally {
    await server.stop();
  }
});

test('C11 (a) a form in one tab, the QR code in another, code typed in the first: one person, one vote', async () => {
  const desk = await organiser().event('Two tabs', [PRIORITY]);
  await desk.open(0);
  const context = await device(PHONE);
  const [form, scanned] = [new Phone(await context.newPage()), new Phone(await context.newPage())];
  await form.page.goto(desk.who.base);
  await form.page.getByRole('heading', { name: 'Join the room' }).waitFor();
  await scanned.page.goto(desk.join);
  await scanned.live();
  await scanned.vote('Gender pay');
  await scanned.counted('Gender pay');
  await form.page.getByRole('button', { name: 'Return to Two tabs' }).waitFor();
  await type(form, desk.code);
  await form.counted('Gender pay');
  await form.change('Culture change');
  await form.counted('Culture change');
  await desk.wire.until(() => desk.counts(0)?.[0] === 1);
  expect(desk.tally(0)).toMatchObject({ result: [1, 0, 0, 0, 0, 0], voted: 1 });
  await expectJoined(desk, 1);
});

test('C11 (b) from a room to another event and to another room of the first one: the same person again', async () => {
  const { desk, hall, annexe } = await twoRooms('Two rooms, one person');
  const elsewhere = await organiser().event('Another event', [PRIORITY]);
  const phone = new Phone(await (await device(PHONE)).newPage());
  const { base } = desk.who;
  await phone.page.goto(`${base}/j/${hall}`);
  await phone.live();
  const first = await token(phone.page, desk.event);
  await phone.page.goto(elsewhere.join);
  await phone.live();
  await phone.page.goto(`${base}/j/${annexe}`);
  await phone.live();
  expect(await token(phone.page, desk.event)).toBe(first);
  expect(first).not.toBeNull();
  expect(await token(phone.page, elsewhere.event)).not.toBeNull();
  await expectJoined(desk, 1);
});

test('C11 (c) an event that is deleted while its tab is open takes only its own place with it', async () => {
  const [gone, stays] = [
    await organiser().event('Soon gone', [PRIORITY]),
    await organiser().event('Stays', [PRIORITY]),
  ];
  await stays.open(0);
  const context = await device(PHONE);
  const [old, other] = [new Phone(await context.newPage()), new Phone(await context.newPage())];
  await old.page.goto(gone.join);
  await old.live();
  await other.page.goto(stays.join);
  await other.vote('Gender pay');
  const receipt = await other.counted('Gender pay');
  const mine = await token(other.page, stays.event);
  await ask(gone.who.base, 'DELETE', `/api/v1/events/${gone.event}`, undefined, gone.who.cookie);
  await old.sees('This event is over.');
  expect(await token(old.page, gone.event)).toBeNull();
  await other.page.reload();
  expect(await other.counted('Gender pay')).toBe(receipt);
  expect(await token(other.page, stays.event)).toBe(mine);
  await expectJoined(stays, 1);
});

test('C11 two tabs that join at the same moment are one person, and so is a phone whose answer is lost', async () => {
  const desk = await organiser().event('Same moment', [PRIORITY]);
  const context = await device(PHONE);
  const pages = await Promise.all(Array.from({ length: 4 }, () => context.newPage()));
  await Promise.all(pages.map((page) => page.goto(desk.join)));
  await Promise.all(pages.map((page) => new Phone(page).live()));
  const tokens = await Promise.all(pages.map((page) => token(page, desk.event)));
  expect(new Set(tokens).size).toBe(1);
  await expectJoined(desk, 1);

  const unlucky = new Phone(await (await device(PHONE)).newPage());
  let answers = 0;
  await unlucky.page.route('**/api/v1/join', async (route) => {
    const answer = await route.fetch();
    await (++answers === 1 ? route.abort() : route.fulfill({ response: answer }));
  });
  await unlucky.page.goto(desk.join);
  await unlucky.live();
  expect(answers).toBe(2);
  await expectJoined(desk, 2);
});

test('C12 a join and a change of rooms that hang are asked anew as soon as the network is back', async () => {
  const { desk, hall } = await twoRooms('Hangs');
  const phone = new Phone(await (await device(PHONE)).newPage());
  const join = await hang(phone.page, '/api/v1/join');
  await phone.page.goto(`${desk.who.base}/j/${hall}`);
  await expect.poll(join.asked).toBe(1);
  await hanging(phone.page);
  await online(phone.page);
  await phone.live();
  expect(join.asked()).toBe(2);

  join.again();
  await phone.page.locator('summary', { hasText: 'Main hall' }).click();
  await phone.button('Annexe').click();
  await phone.page.getByText('Taking you to Annexe.').waitFor();
  await hanging(phone.page);
  await online(phone.page);
  await phone.page.getByText('You are in Annexe.').first().waitFor();
  expect(join.asked()).toBe(2);

  join.again();
  await phone.page.locator('summary', { hasText: 'Annexe' }).click();
  await phone.button('Main hall').click();
  await phone.page.getByText('No connection. Try again in a moment.').waitFor();
  await phone.button('Main hall').click();
  await phone.page.getByText('You are in Main hall.').first().waitFor();
});

test('C12 an organiser page whose request hangs goes on as soon as the network is back', async () => {
  const desk = await organiser().event('Hangs at the desk', [PRIORITY]);
  const laptop = await (await signedInDevice(desk.who.base, shared().cookie, LAPTOP)).newPage();
  const session = await hang(laptop, '/api/v1/session');
  await laptop.goto(`${desk.who.base}/organiser/events/${desk.event}`);
  await expect.poll(session.asked).toBe(1);
  await hanging(laptop);
  await online(laptop);
  await laptop.getByText(PRIORITY.question).first().waitFor();

  const later = await (await device(LAPTOP)).newPage();
  let reachable = false;
  await later.route('**/api/v1/session', (route) => (reachable ? route.continue() : route.abort()));
  await later.goto(`${desk.who.base}/organiser`);
  await later.getByText('The server cannot be reached').waitFor();
  reachable = true;
  await online(later);
  await later.getByRole('heading', { name: 'Sign in' }).waitFor();
});
