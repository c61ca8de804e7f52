/*
 * Opens an attendee's page when the network or the server is gone. A page is asked of the network first; the one kept
 * here opens when there is no answer within some seconds, or one of a gateway whose server is away. It says itself that
 * it has no connection. Files named after their content come from here first, all others from the network first. Never
 * touches the API, the connection, or a page of people who run the event. Where this file is answered with 404 or 410,
 * a page that opens takes the worker and all it keeps away (src/ui/worker.ts). scripts/stamp.mjs fills in the build and
 * its files.
 */
const BUILD = '__BUILD__';
const FILES = ['__FILES__'];
const CACHE = `plenary-page-${BUILD}`;
/** A network that takes longer to bring the page is as good as none, milliseconds. */
const ANSWER_WITHIN_MS = 6_000;
const PAGE = /^\/($|j\/[^/]+\/?$|my-votes\/?$)/;
/** What a gateway says when the server behind it is away or starts anew. */
const AWAY = [502, 503, 504];

/** The page of this build and no other: while a server is renewed, its old page may still be answered. */
async function keepPage(cache) {
  const answer = await fetch(new Request('/', { cache: 'reload' }));
  const page = answer.ok ? await answer.clone().text() : '';
  if (!page.includes(`data-build="${BUILD}"`)) throw new Error('This page is of another build: tried again later.');
  await cache.put('/', answer);
}

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => Promise.all([keepPage(cache), cache.addAll(FILES)]))
      .then(() => self.skipWaiting()),
  );
});

const ofAnother = (name) => name.startsWith('plenary-page-') && name !== CACHE;

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter(ofAnother).map((name) => caches.delete(name)))),
  );
});

const kept = (path) => caches.match(path, { cacheName: CACHE });

async function page(request) {
  const late = new Promise((resolve) => setTimeout(resolve, ANSWER_WITHIN_MS));
  const answer = fetch(request);
  try {
    const came = (await Promise.race([answer, late.then(() => kept('/'))])) ?? (await answer);
    return (AWAY.includes(came.status) && (await kept('/'))) || came;
  } catch {
    return (await kept('/')) ?? Response.error();
  }
}

async function file(path, request) {
  if (path.startsWith('/assets/')) return (await kept(path)) ?? fetch(request);
  try {
    return await fetch(request);
  } catch {
    return (await kept(path)) ?? Response.error();
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') {
    if (PAGE.test(pathname)) event.respondWith(page(request));
  } else if (FILES.includes(pathname)) {
    event.respondWith(file(pathname, request));
  }
});
