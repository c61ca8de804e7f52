import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { SignedIn } from './desk.ts';
import { afterEveryTest, insideTest } from './ending.ts';
import { PATIENCE_MS } from './patience.ts';

let connected: Promise<Browser> | null = null;
export const browser = (): Promise<Browser> => (connected ??= chromium.connect(inject('browser')));

export const shared = () => inject('shared');
export const organiser = (): SignedIn => SignedIn.with(shared().base, shared().cookie);

/** The organiser of a server that waits for late votes as long as one does in a hall. */
export const unhurried = (): SignedIn => SignedIn.with(inject('unhurried').base, inject('unhurried').cookie);

export const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
} as const;
export const LAPTOP = { viewport: { width: 1440, height: 900 } } as const;
export const HALL = { viewport: { width: 1920, height: 1080 } } as const;
export const OLD_PROJECTOR = { viewport: { width: 1024, height: 768 } } as const;

const OF_THE_NETWORK = /ERR_|Failed to load resource|WebSocket|error occurred when fetching the script/;
const contexts = new Set<BrowserContext>();
const complaints: string[] = [];
let expected: RegExp | null = null;

/** For the rest of this test, complaints that match are part of the journey. */
export function expectComplaints(pattern: RegExp): void {
  expected = pattern;
}

/** A device of its own: own storage, own cookies. Whatever its pages complain about fails the test. */
export async function device(options: BrowserContextOptions = PHONE): Promise<BrowserContext> {
  insideTest();
  const context = await (await browser()).newContext({ locale: 'en-GB', ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  contexts.add(context);
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('console', (message) => {
    // A network that was cut on purpose, and a service worker that did not come on a busy machine, are said by the
    // browser itself; they are no fault of the page.
    if (message.type() === 'error' && !OF_THE_NETWORK.test(message.text())) {
      complaints.push(message.text());
    }
  });
  return context;
}

export async function open(url: string, options?: BrowserContextOptions): Promise<Page> {
  const page = await (await device(options)).newPage();
  await page.goto(url);
  return page;
}

/** A device on which an organiser is signed in. */
export async function signedInDevice(
  base: string,
  cookie: string,
  options: BrowserContextOptions = LAPTOP,
): Promise<BrowserContext> {
  const context = await device(options);
  const [name, value] = cookie.split('=') as [string, string];
  await context.addCookies([{ name, value, url: base, httpOnly: true, sameSite: 'Strict' }]);
  return context;
}

afterEveryTest(async (failed) => {
  const open = [...contexts];
  contexts.clear();
  const pattern = expected;
  const said = complaints.splice(0).filter((complaint) => !pattern?.test(complaint));
  expected = null;
  if (failed !== null) {
    await pictures(
      failed,
      open.flatMap((context) => context.pages()),
    );
  }
  await Promise.all(open.map((context) => context.close()));
  expect(said, 'what the pages complained about').toEqual([]);
});

/** What a failing journey saw last, for whoever looks into it: a picture, and in the log what can be read. */
async function pictures(journey: string, pages: Page[]): Promise<void> {
  const name = journey.replace(/\W+/g, '-').slice(0, 60);
  const folder = fileURLToPath(new URL('../out/failed/', import.meta.url));
  await Promise.all(
    pages.map(async (page, index) => {
      await page.screenshot({ path: `${folder}${name}-${index}.png`, timeout: 5_000 }).catch(() => null);
      const text = await page
        .locator('body')
        .ariaSnapshot({ timeout: 5_000 })
        .catch(() => 'not readable');
      console.log(`${name}-${index} at ${new URL(page.url()).pathname}:\n${text.slice(0, READABLE)}`);
    }),
  );
}
/** Characters of a page's accessibility tree in the log of a failed journey. */
const READABLE = 3_000;
