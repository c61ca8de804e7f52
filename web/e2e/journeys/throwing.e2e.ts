import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { device, HALL, LAPTOP, organiser, PHONE, shared, signedInDevice } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { PRIORITY } from '../support/polls.ts';

/** Run in the page before anything of it: what some browsers do with what is forbidden there. */
const sockets = () => {
  const forbidden = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  Object.defineProperty(window, 'WebSocket', {
    value: class {
      constructor() {
        forbidden();
      }
    },
  });
};
const noSockets = () => void delete (window as { WebSocket?: unknown }).WebSocket;
const noStorage = () => {
  for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(window, name, {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  }
};
/** Storage that is there, and full or emptied at every use. */
const brokenStorage = () => {
  for (const method of ['getItem', 'setItem', 'removeItem'] as const) {
    Storage.prototype[method] = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  }
};
const noHistory = () => {
  for (const method of ['pushState', 'replaceState'] as const) {
    History.prototype[method] = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  }
};
const noLocks = () => {
  if (window.LockManager) {
    window.LockManager.prototype.request = () =>
      Promise.reject(new DOMException('The operation is insecure.', 'SecurityError'));
  }
};

const worlds: [string, (() => void)[]][] = [
  ['WebSocket throws', [sockets]],
  ['there is no WebSocket', [noSockets]],
  ['WebSocket, storage, history and locks throw', [sockets, noStorage, noHistory, noLocks]],
  ['WebSocket and every use of storage throw', [sockets, brokenStorage]],
];

async function in_(context: BrowserContext, world: (() => void)[]): Promise<Page> {
  for (const part of world) await context.addInitScript(part);
  return context.newPage();
}

test.each(worlds)('C10 where %s, every page works over the event stream', async (name, world) => {
  const title = `Old browsers, ${name}`;
  const desk = await organiser().event(title, [PRIORITY]);
  const phone = new Phone(await in_(await device(PHONE), world));
  await phone.page.goto(desk.join);
  await phone.live();
  const stage = await in_(await device(HALL), world);
  await stage.goto(desk.stage);
  const remote = await in_(await device(PHONE), world);
  await remote.goto(desk.remote);
  await remote.getByRole('button', { name: 'Open the first question' }).click();
  await stage.getByText(PRIORITY.question).first().waitFor();
  await phone.vote('Gender pay');
  await phone.counted('Gender pay');
  await desk.voted(0, 1);
  if (world.includes(noStorage) || world.includes(brokenStorage)) {
    await phone.page.getByText('This browser keeps nothing for this site.').waitFor(); // C7
    await phone.button('OK').click();
    expect(await phone.page.getByText('This browser keeps nothing for this site.').count()).toBe(0);
  }

  const form = new Phone(await in_(await device(PHONE), world));
  await form.page.goto(desk.who.base);
  await form.page.getByLabel('Code on the screen').fill(desk.code);
  await form.button('Join').click();
  await form.live();

  const laptop = await in_(await signedInDevice(desk.who.base, shared().cookie, LAPTOP), world);
  await laptop.goto(`${desk.who.base}/organiser`);
  const link = laptop.locator(`a[href="/organiser/events/${desk.event}"]`);
  const search = laptop.getByRole('searchbox'); // there when a list is too long to be read
  await link.or(search).first().waitFor();
  if (await search.isVisible()) await search.fill(title);
  await link.click();
  await laptop.getByText(PRIORITY.question).first().waitFor();
  await laptop.goto(`${desk.who.base}/preview/${desk.event}/${desk.room}`);
  await laptop.getByText(PRIORITY.question).first().waitFor();
  await laptop.goto(`${desk.who.base}/verify`);
  await laptop.getByRole('heading', { name: 'Was my vote counted?' }).waitFor();
  expect(await laptop.evaluate(() => document.body.innerText)).toContain('Results file');
});
