import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { beside } from '../../src/protocol/activity.ts';
import { MAIN_GUARD_MS } from '../../src/ui/presenterKeys.ts';
import type { PollDraft } from '../../src/protocol/messages.gen.ts';
import type { Desk } from '../support/desk.ts';
import { HALL, open, organiser, shared, signedInDevice } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { mainButton, placeOf } from '../support/places.ts';
import { PRIORITY, STRUGGLE, USED } from '../support/polls.ts';
import { stageRows, steerable } from '../support/stage.ts';

const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name }).first();

async function events(): Promise<Page> {
  const page = await (await signedInDevice(shared().base, shared().cookie)).newPage();
  await page.goto(`${shared().base}/organiser`);
  await page.getByRole('heading', { name: 'Events', exact: true }).waitFor();
  return page;
}
const idOf = (page: Page) => /\/events\/([\w-]+)/.exec(page.url())![1]!;

test('a new event with three polls and questions takes at most 25 presses', async () => {
  const page = await events();
  let presses = 0;
  const press = async (target: Locator) => (presses++, target.click());
  /** A press into the field, and text. */
  const write = async (name: string, text: string) => {
    await press(page.getByLabel(name, { exact: true }));
    await page.keyboard.insertText(text);
  };
  await press(button(page, /^New event/));
  await page.getByLabel('Name', { exact: true }).waitFor();
  await page.keyboard.insertText('Three polls');
  presses++;
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Three polls' }).waitFor();
  const desk = await organiser().desk(idOf(page));
  for (const [at, question] of ['What first?', 'What next?', 'What last?'].entries()) {
    await press(button(page, /^(\+ Add|Add the first)/));
    await page.getByRole('form', { name: 'New poll' }).waitFor();
    await write('Question', question);
    await write('Option 1', 'This');
    await write('Option 2', 'That');
    await press(button(page, 'Add poll'));
    await desk.wire.until(() => desk.polls.length === at + 1);
  }
  await press(page.getByRole('link', { name: /^Moderate/ }));
  await press(button(page, 'Turn questions on'));
  await desk.wire.until(() => beside(desk.state, 'qa')?.state === 'open');
  expect(desk.polls.map(({ question }) => question)).toEqual(['What first?', 'What next?', 'What last?']);
  expect(presses).toBeLessThanOrEqual(25);
});

/** One for each who may see a result before it is revealed. */
const THREE: PollDraft[] = [
  { ...PRIORITY, results: 'hidden' },
  { ...STRUGGLE, results: 'stage' },
  { ...USED, results: 'everyone' },
];
type Step = 'open' | 'lock' | 'reveal';
/** Does it by as few presses as there are, and says how many; `reveal` is not asked for when there is nothing to. */
type Presses = (step: Step, index: number) => Promise<number>;

/**
 * An event of three polls from its first question to its last result. Each is opened and on stage, somebody votes, it
 * is locked, and its result is on stage and on the phone. While it is open they show of it what it was made to show.
 */
async function runs(name: string, by: (desk: Desk) => Promise<Presses>): Promise<number[]> {
  const desk = await organiser().event(name, THREE);
  const [press, phone, stage] = await Promise.all([by(desk), Phone.join(desk), open(desk.stage, HALL)]);
  const presses: number[] = [];
  for (const [index, { question, options, results }] of THREE.entries()) {
    let done = await press('open', index);
    await desk.wire.until(() => desk.poll(index).state === 'open');
    expect(desk.state.room).toMatchObject({ view: 'activity', activity: desk.poll(index).id });
    await stage.getByRole('heading', { name: question }).waitFor();
    await phone.vote(options[0]!.text);
    await phone.counted(options[0]!.text);
    const onStage = async () => (await stageRows(stage)).some(([, percent]) => percent === '100%');
    await expect.poll(onStage).toBe(results !== 'hidden');
    // The stage may be told before the phone is.
    const onPhone = async () => (await phone.page.locator('main').getByText('(1)').count()) > 0;
    await expect.poll(onPhone).toBe(results === 'everyone');
    done += await press('lock', index);
    await desk.wire.until(() => desk.poll(index).state === 'locked');
    if (desk.poll(index).results !== 'everyone') done += await press('reveal', index);
    await desk.wire.until(() => desk.poll(index).results === 'everyone');
    await expect.poll(onStage).toBe(true);
    await phone.sees('(1)');
    presses.push(done);
  }
  return presses;
}
const signedIn = async (url: string, options?: Parameters<typeof signedInDevice>[2]) => {
  const page = await (await signedInDevice(shared().base, shared().cookie, options)).newPage();
  await page.goto(url);
  return page;
};
const opens = (index: number) => (index === 0 ? 'Open the first question' : 'Open the next question');
const mains = (step: Step, index: number) =>
  ({ open: opens(index), lock: 'Lock voting', reveal: 'Reveal results' })[step];
const ready = (page: Page) => page.locator('[aria-label="Next step"][aria-busy="false"]');

test('three polls are run from the desk alone in at most three presses each, by pointer and by keys', async () => {
  const run = async (desk: Desk) => {
    const page = await signedIn(placeOf(shared().base, desk.event, 'run'));
    return [page, (step: Step, index: number) => mainButton(page, mains(step, index))] as const;
  };
  const [pointer, keys] = await Promise.all([
    runs('Run by pointer', async (desk) => {
      const [page, main] = await run(desk);
      return async (step, index) => {
        await ready(page).waitFor();
        await main(step, index).click();
        return 1;
      };
    }),
    runs('Run by keys', async (desk) => {
      const [page, main] = await run(desk);
      return async (step, index) => {
        await main(step, index).waitFor();
        await ready(page).waitFor();
        await page.keyboard.press('Space');
        return 1;
      };
    }),
  ]);
  for (const presses of [pointer, keys]) {
    expect(presses).toHaveLength(3);
    expect(Math.max(...presses)).toBeLessThanOrEqual(3);
  }
});

test('E2 three polls are run from the remote alone in two presses each, by keys of the stage in three', async () => {
  const [remote, stage] = await Promise.all([
    runs('Run by remote', async (desk) => {
      const page = await open(desk.remote);
      return async (step, index) => {
        if (step === 'reveal') return 0; // came with the lock
        const both = step === 'lock' && desk.poll(index).results !== 'everyone';
        await ready(page)
          .getByRole('button', { name: both ? 'Lock and reveal' : mains(step, index), exact: true })
          .click();
        return 1;
      };
    }),
    runs('Run by keys of the stage', async (desk) => {
      const page = await signedIn(desk.stage, HALL);
      await steerable(page);
      let last = -Infinity;
      return async () => {
        // A second press in one breath does nothing.
        await expect.poll(() => performance.now() - last).toBeGreaterThan(MAIN_GUARD_MS);
        await page.keyboard.press('Space');
        last = performance.now();
        return 1;
      };
    }),
  ]);
  expect(remote).toHaveLength(3);
  expect(Math.max(...remote)).toBeLessThanOrEqual(2);
  expect(stage).toHaveLength(3);
  expect(Math.max(...stage)).toBeLessThanOrEqual(3);
});
