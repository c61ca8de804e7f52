/*
 * Opens an attendee's page when the network is gone. What is asked of the network is asked there first, so nothing here
 * is ever older than the server while that answers; the page that is opened without it says so. Never touches the API,
 * the connection, or a page of people who run the event. An answer of 404 or 410 to this file takes it away from every
 * phone (src/ui/worker.ts). scripts/stamp.mjs fills in the build and its files.
 */
const BUILD = '__BUILD__';
const FILES = ['__FILES__'];
const CACHE = `plenary-page-${BUILD}`;
/** A network that takes longer to bring the page is as good as none, milliseconds. */
const ANSWER_WITHIN_MS = 6_000;
const PAGE = /^\/($|j\/[^/]+\/?$|my-votes$)/;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => Promise.all([cache.add(new Request('/', { cache: 'reload' })), cache.addAll(FILES)]))
      .then(() => self.skipWaiting()),
  );
});

const olderThanThis = (name) => name.startsWith('plenary-page-') && name !== CACHE;

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter(olderThanThis).map((name) => caches.delete(name)))),
  );
});

async function page(request) {
  const kept = () => caches.match('/', { cacheName: CACHE });
  const late = new Promise((resolve) => setTimeout(resolve, ANSWER_WITHIN_MS));
  const answer = fetch(request);
  try {
    return (await Promise.race([answer, late.then(kept)])) ?? (await answer);
  } catch {
    return (await kept()) ?? Response.error();
  }
}

const file = async (path, request) => (await caches.match(path, { cacheName: CACHE })) ?? fetch(request);

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
