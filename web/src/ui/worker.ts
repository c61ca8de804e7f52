/** What opens the page without a network (public/sw.js): needs https, or this machine itself. */
const WORKER = '/sw.js';

/**
 * Registers it, or takes it away where the server has none any more: whatever is wrong with one, an operator ends it
 * for everybody by answering 404 or 410.
 */
export async function work(): Promise<void> {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  try {
    const { status } = await fetch(WORKER, { method: 'HEAD', cache: 'no-store' });
    if (status === 404 || status === 410) {
      for (const each of await serviceWorker.getRegistrations()) await each.unregister();
      for (const name of await caches.keys()) await caches.delete(name);
    } else if (status === 200) {
      await serviceWorker.register(WORKER);
    }
  } catch {
    // no network now, or the browser does not want it: the page works without
  }
}
