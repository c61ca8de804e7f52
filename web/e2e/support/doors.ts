import type { Page } from 'playwright-core';
import type { Desk } from './desk.ts';
import { ask } from './http.ts';
import { device, shared } from './people.ts';

const ROOM_FULL = { code: 4007, reason: 'roomFull' };
const ELSEWHERE = { code: 4012, reason: 'elsewhere' };

/** A phone that is answered as the server answers hello when it closes the connection; null: not answered at all. */
async function answered(desk: Desk, close: { code: number; reason: string } | null): Promise<Page> {
  const page = await (await device()).newPage();
  await page.routeWebSocket(/\/ws$/, (socket) => socket.onMessage(() => close && void socket.close(close)));
  await page.goto(desk.join);
  return page;
}

/** What a phone shows outside the room, one state after the other. The event is deleted for the last one. */
export async function* doors(desk: Desk): AsyncGenerator<{ state: string; page: Page }> {
  for (const { state, close, title } of [
    { state: 'connecting', close: null, title: 'Connecting' },
    { state: 'full', close: ROOM_FULL, title: 'The room is full.' },
    { state: 'elsewhere', close: ELSEWHERE, title: 'This page was closed.' },
  ]) {
    const page = await answered(desk, close);
    await page.getByRole('heading', { name: title }).waitFor();
    yield { state, page };
  }
  const page = await (await device()).newPage();
  await page.goto(desk.join);
  await page.getByText(/^(Live|Connected)/).waitFor();
  await ask(shared().base, 'DELETE', `/api/v1/events/${desk.event}`, undefined, shared().cookie);
  await page.getByRole('heading', { name: 'This event is over.' }).waitFor();
  yield { state: 'over', page };
}
