import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { Cable } from './cable.ts';
import type { Desk } from './desk.ts';
import { Gateway } from './gateway.ts';
import { LAPTOP, open, unhurried } from './people.ts';
import { Phone } from './phone.ts';
import { PRIORITY } from './polls.ts';

interface Hall {
  desk: Desk;
  cable: Cable;
  phone: Phone;
  stage: Page;
  remote: Page;
}

/** Phone, stage and remote behind one network that can fall silent. */
async function hall(way: 'WebSocket' | 'event stream', name: string): Promise<Hall> {
  const desk = await unhurried().event(name, [PRIORITY]);
  await desk.open(0);
  const gateway = way === 'WebSocket' ? null : await Gateway.before(desk.join, 'refuses');
  const cable = await Cable.to(gateway ? gateway.through(desk.join) : desk.join);
  const stage = await open(cable.through(desk.stage), LAPTOP);
  const remote = await open(cable.through(desk.remote));
  return { desk, cable, stage, remote, phone: await Phone.join(desk, { cable }) };
}

const says = (page: Page) => page.getByText(/^\s*Live/).first();
/** "Live" is taken back so soon, milliseconds. */
const WITHDRAWN_WITHIN_MS = 6_000;

/** From now on the page's own clock runs; gives how many milliseconds pass until "Live" is taken back. */
async function withdrawal(page: Page): Promise<() => Promise<number>> {
  const live = await says(page).elementHandle();
  const passed = await page.evaluateHandle((shown) => {
    const from = performance.now();
    const gone = new Promise<number>((resolve) => {
      const look = () => {
        if (!shown!.isConnected || !/^\s*Live/.test(shown!.textContent!)) resolve(performance.now() - from);
      };
      new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
    });
    return { gone };
  }, live);
  return () => passed.evaluate(({ gone }) => gone);
}
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 1_200));

/** Both ways and each alone. */
export function silences(way: 'WebSocket' | 'event stream'): void {
  for (const direction of ['both', 'up', 'down'] as const) {
    const silent = direction === 'both' ? 'both ways' : direction;
    test(`C1 ${way}, silent ${silent}: "Live" is withdrawn, a vote in time counts, the remote steers`, async () => {
      const { desk, cable, phone, stage, remote } = await hall(way, `Silence ${way} ${direction}`);
      await Promise.all([says(phone.page).waitFor(), says(remote).waitFor()]);
      const withdrawals = await Promise.all([phone.page, remote].map(withdrawal));
      cable.silence(direction);
      // Beside an event stream messages take another connection when one is silent: "Live" stays, and is true.
      if (way === 'WebSocket' || direction !== 'up') {
        const passed = await Promise.all(withdrawals.map((each) => each()));
        expect(Math.max(...passed), '"Live" is withdrawn in time').toBeLessThanOrEqual(WITHDRAWN_WITHIN_MS);
      }
      await Promise.all([says(phone.page).waitFor(), says(remote).waitFor()]);

      cable.silence(direction);
      await phone.vote('Flexible working');
      await aMoment();
      await desk.lock(0);
      await Promise.all([
        phone.counted('Flexible working'),
        desk.voted(0, 1),
        ...[stage, remote].map((page) => page.getByText('Closing').first().waitFor()),
      ]);
      await Promise.all([stage, remote].map((page) => page.getByText('Voting is locked').first().waitFor()));

      cable.silence(direction);
      await remote.getByRole('button', { name: 'Reopen voting' }).click();
      await desk.wire.until(() => desk.poll(0).state === 'open');
      await phone.sees(PRIORITY.question);
      await remote.getByText('Voting is open').first().waitFor();
      expect(await remote.getByText(/did not answer|was lost/).count()).toBe(0);
      expect(desk.tally(0)).toMatchObject({ result: [0, 0, 0, 1, 0, 0], voted: 1 });
    });
  }
}
