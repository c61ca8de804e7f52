import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { fill } from '../support/askers.ts';
import { Crowd } from '../support/crowd.ts';
import { HALL, open, organiser, shared, signedInDevice } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { placeOf } from '../support/places.ts';
import { PRIORITY, STRUGGLE } from '../support/polls.ts';
import { questionsOn } from '../support/queue.ts';
import { resting, watchControls, type Movement } from '../support/steadiness.ts';

const VOTES = 300;
/** Over how long they come in: long enough for a few hundred frames, and for the lead to change. */
const OVER_MS = 4_000;
const DESK = { viewport: { width: 1366, height: 768 } } as const;

test('measures layout shift of controls while 300 votes come in: 0', async () => {
  const desk = await organiser().event('Nothing moves', [{ ...PRIORITY, results: 'everyone' }, STRUGGLE], [], false);
  await fill(desk, await questionsOn(desk), ['Who decides what is asked?', 'Will the slides be shared?']);
  const crowd = await Crowd.join(desk, VOTES);
  const own = await Promise.all([Phone.join(desk), Phone.join(desk)]);
  await desk.open(0);

  const signedIn = async (options: BrowserContextOptions, url: string) => {
    const page = await (await signedInDevice(shared().base, shared().cookie, options)).newPage();
    await page.goto(url);
    return page;
  };
  const at = (place: Parameters<typeof placeOf>[2]) => signedIn(DESK, placeOf(shared().base, desk.event, place));
  const [run, prepare, moderate, results, remote, stage] = await Promise.all([
    at('run'),
    at('prepare'),
    at('moderate'),
    at('results'),
    open(desk.remote),
    signedIn(HALL, desk.stage),
  ]);
  const [voted, undecided] = own.map(({ page }) => page) as [Page, Page];
  await own[0].vote('Gender pay');
  await own[0].counted('Gender pay');
  const pages: Record<string, Page> = { run, remote, voted, undecided, stage, prepare, moderate, results };
  const whole: Record<string, string> = {
    run: 'Lock voting',
    remote: 'Lock voting',
    voted: 'Counted.',
    prepare: 'Sort by votes',
    moderate: 'Will the slides be shared?',
    results: 'How it was counted',
  };
  await Promise.all(
    Object.entries(pages).map(async ([name, page]) => {
      await page
        .getByText(whole[name] ?? 'Culture change')
        .first()
        .waitFor();
      await expect.poll(() => resting(page)).toBe(true);
    }),
  );

  // Its bars, which are loaded when there is a result.
  await voted.getByText('Your vote', { exact: true }).waitFor();
  await expect.poll(() => resting(voted)).toBe(true);

  const stop = await Promise.all(Object.values(pages).map(watchControls));
  // Meanwhile a minute is over on the desk that says how long questions have waited.
  await moderate.evaluate(() => {
    const now = Date.now;
    Date.now = () => now() + 60_000;
  });
  // First the last options lead, then the first ones: the lead changes on the way.
  await crowd.answer(desk, 0, (person) => [desk.poll(0).options[person < 100 ? 5 : person % 3]!.id], OVER_MS);
  await desk.voted(0, VOTES + 1);
  const all = new RegExp(`\\b${VOTES + 1}\\b`);
  for (const page of [run, remote, voted, stage, prepare]) await page.locator('main').getByText(all).first().waitFor();
  await moderate
    .locator('.age')
    .getByText(/^[12] min$/)
    .first()
    .waitFor();
  const found = Object.fromEntries(
    await Promise.all(Object.keys(pages).map(async (name, i): Promise<[string, Movement]> => [name, await stop[i]!()])),
  );
  crowd.close();
  for (const [page, { frames }] of Object.entries(found)) expect(frames, page).toBeGreaterThan(30);
  const still = { shift: 0, shifted: [], moved: [], changed: [] };
  expect(Object.fromEntries(Object.entries(found).map(([page, { frames: _, ...rest }]) => [page, rest]))).toEqual(
    Object.fromEntries(Object.keys(pages).map((page) => [page, still])),
  );
});
