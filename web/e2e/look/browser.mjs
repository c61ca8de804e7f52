// Serves the built pages inside the browser, with the server's headers, and plays the server's side of the socket.
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const web = new URL('../../', import.meta.url);
export const origin = 'http://stage.test';
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:;" +
  " connect-src 'self' ws://stage.test;" +
  " frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'";
const types = { html: 'text/html', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', woff2: 'font/woff2' };

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/**
 * Opens `path` with a server that greets every role with its snapshot.
 * `snapshots`: by role; `may`: what an organiser may do; `answers`: JSON by path, or 404; `api(url)` the rest of it;
 * `behave(server, message)` answers the rest. Returns the page, what went wrong, and the sockets
 * by role; `drop(sockets, role)` takes the server away for good.
 */
export async function open(browser, path, options) {
  const { snapshots = {}, signedIn = false, refuse = null, behave, context = {}, may, answers = {}, api } = options;
  const session = await browser.newContext(context);
  const page = await session.newPage();
  page.setDefaultTimeout(5_000);
  const wrong = [];
  const sockets = new Map();
  page.on('pageerror', (error) => wrong.push(String(error)));
  // A server that is gone answers nothing, not even the stream that is tried beside the socket.
  page.on('console', (line) => {
    if (!['error', 'warning'].includes(line.type())) return;
    if (sockets.gone && /\/api\/v1\/stream/.test(line.location().url)) return;
    if (/\/api\/v1\/join$/.test(line.location().url)) return; // no event has that code
    wrong.push(line.text());
  });
  await page.route(`${origin}/**`, (route) => serve(route, signedIn, answers, api));
  await page.routeWebSocket('ws://stage.test/ws', (socket) => {
    if (sockets.gone) return void socket.close({ code: 1001 });
    const say = (message) => socket.send(JSON.stringify(message));
    socket.onMessage((text) => {
      const message = JSON.parse(text);
      if (message.type === 'ping') return say({ type: 'pong' });
      if (message.type !== 'hello') return behave?.({ say, socket }, message);
      if (refuse) return void say({ type: 'goodbye', ...refuse, reconnect: false, afterMs: 0 });
      sockets.set(message.role, { say, socket });
      say({
        type: 'welcome',
        protocol: 1,
        role: message.role,
        heartbeatMs: 15000,
        beatMs: 2000,
        graceMs: 2000,
        now: Date.now(),
        server: 'look',
        ...(may && { may }),
      });
      if (snapshots[message.role]) say(snapshots[message.role]);
    });
  });
  await page.goto(origin + path);
  return { page, wrong, sockets, close: () => session.close() };
}

const gone = { code: 'unknownEvent', message: 'This link does not work any more. Ask whoever sent it for a new one.' };

async function serve(route, signedIn, answers, api) {
  const url = new URL(route.request().url());
  const { pathname } = url;
  const answer = pathname.startsWith('/api/') && api?.(url);
  if (answer) return route.fulfill({ json: answer });
  if (pathname === '/api/v1/session') return route.fulfill({ json: { signedIn, setUp: true } });
  if (pathname === '/api/v1/join') {
    return route.fulfill({ status: 404, json: { code: 'unknownCode', message: 'No event.' } });
  }
  if (answers[pathname] === 404) return route.fulfill({ status: 404, json: gone });
  if (answers[pathname]) return route.fulfill({ json: answers[pathname] });
  if (pathname.startsWith('/logo/')) {
    return route.fulfill({ contentType: types.svg, body: await readFile(new URL('logo.svg', import.meta.url)) });
  }
  if (pathname.startsWith('/qr/')) {
    return route.fulfill({ contentType: types.svg, body: await readFile(new URL('qr.svg', import.meta.url)) });
  }
  const page = pathname.startsWith('/r/') ? 'report' : /^\/(stage|remote|organiser)(\/|$)/.exec(pathname)?.[1];
  const attendee = /^\/(j\/.*|preview\/.*|my-votes)?$/.test(pathname);
  const file =
    pathname === '/verify' ? 'verify.html' : page ? `${page}.html` : attendee ? 'index.html' : pathname.slice(1);
  try {
    const body = await readFile(new URL(`dist/${file}`, web));
    return route.fulfill({
      body,
      contentType: types[file.split('.').pop()],
      headers: { 'content-security-policy': policy },
    });
  } catch {
    return route.fulfill({ status: 404, body: '' });
  }
}

export async function drop(sockets, role) {
  sockets.gone = true;
  await sockets.get(role).socket.close({ code: 4008 });
}
