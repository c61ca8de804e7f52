import type { Page } from 'playwright-core';

const NUMBERS = new Set([
  'up',
  'joined',
  'here',
  'voted',
  'abstained',
  'late',
  'connected',
  'published',
  'answered',
  'received',
  'approved',
  'merged',
  'waiting',
]);
/** Twelve upvotes look like 4,932. */
const TIMES = 411;

/**
 * What the server sends a page from its next load on has numbers of a very large event in it; nothing else is changed.
 */
export async function grand(page: Page): Promise<void> {
  await page.routeWebSocket(/\/ws$/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((text) => server.send(text));
    server.onMessage((text) =>
      socket.send(typeof text === 'string' ? JSON.stringify(enlarged(JSON.parse(text), '')) : text),
    );
  });
}

function enlarged(value: unknown, name: string): unknown {
  if (Array.isArray(value)) {
    return value.map((each) => (name === 'result' && typeof each === 'number' ? each * TIMES : enlarged(each, '')));
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, enlarged(each, key)]));
  }
  return typeof value === 'number' && NUMBERS.has(name) ? value * TIMES : value;
}
