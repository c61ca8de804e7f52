import { test } from 'vitest';
import { choose } from '../support/adding.ts';
import { accessible } from '../support/axe.ts';
import { ACCOUNT } from '../support/desk.ts';
import { device, LAPTOP, open, organiser, shared, signedInDevice } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { fromMenu, toPlace } from '../support/places.ts';
import { poll, PRIORITY, USED } from '../support/polls.ts';

const signedIn = async (path: string) => {
  const page = await (await signedInDevice(shared().base, shared().cookie)).newPage();
  await page.goto(shared().base + path);
  return page;
};

test('signing in, and the list of events', async () => {
  const door = await open(`${shared().base}/organiser`, LAPTOP);
  await door.getByRole('button', { name: 'Sign in' }).waitFor();
  await accessible(door, 'sign in', { phone: true });
  await door.getByRole('button', { name: 'Sign in' }).click();
  await accessible(door, 'sign in, nothing typed', { phone: true });

  const page = await signedIn('/organiser');
  await page.getByRole('heading', { name: 'Events' }).waitFor();
  await accessible(page, 'events', { phone: true });
  await page.getByRole('button', { name: 'New event' }).click();
  await page.getByLabel('Name', { exact: true }).waitFor();
  await accessible(page, 'new event', { phone: true });
});

test('an event and its dialogs', async () => {
  const desk = await organiser().event('Every state of the desk', [PRIORITY, USED, poll(20, 200)]);
  const page = await signedIn(`/organiser/events/${desk.event}`);
  await page.getByRole('heading', { name: PRIORITY.question }).waitFor();
  await accessible(page, 'draft', { phone: true });
  const phone = await Phone.join(desk);
  await desk.open(0);
  await phone.vote('Culture change');
  await page.getByText('(1)').first().waitFor();
  await accessible(page, 'open', { phone: true });
  for (const [button, title] of [
    ['Edit', 'This poll has votes'],
    ['Reset…', 'Reset this poll?'],
    ['Delete…', 'Delete this poll?'],
    ['Share', 'Share'],
  ]) {
    await page.getByRole('button', { name: button!, exact: true }).first().click();
    await page.getByRole('dialog', { name: title! }).waitFor();
    await accessible(page, title!, { phone: true });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: title! }).waitFor({ state: 'hidden' });
  }
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await accessible(page, 'keys', { phone: true });
  await page.keyboard.press('Escape');
  await fromMenu(page, 'Settings');
  await page.getByRole('dialog', { name: 'Event settings' }).waitFor();
  await accessible(page, 'settings', { phone: true });
  await page.keyboard.press('Escape');
  await toPlace(page, 'results');
  await page.getByRole('link', { name: 'Event file' }).waitFor();
  await accessible(page, 'results', { phone: true });
  await toPlace(page, 'run');
  await accessible(page, 'run', { phone: true });
  await page.getByRole('button', { name: /^Countdown/ }).click();
  await accessible(page, 'run, lengths of a countdown', { phone: true });
  await page.getByRole('button', { name: '2 minutes' }).click();
  await desk.wire.until(() => desk.state.room.until !== undefined);
  await page.getByRole('button', { name: /^Countdown [12]:\d\d/ }).waitFor();
  await toPlace(page, 'prepare');
  await page.keyboard.press('n');
  await choose(page, 'Poll');
  await accessible(page, 'new poll', { phone: true });
  await page.getByLabel('Several options').check();
  await page.getByLabel('Offer a way to abstain').check();
  await page.getByRole('button', { name: 'Add poll' }).click();
  await page.getByLabel('Question', { exact: true }).and(page.locator('[aria-invalid="true"]')).waitFor();
  await accessible(page, 'new poll, problems', { phone: true });
});

test('an empty event, and the preview', async () => {
  const desk = await organiser().event('Empty', []);
  const page = await signedIn(`/organiser/events/${desk.event}`);
  await page.getByText('Nothing here yet').waitFor();
  await accessible(page, 'no polls', { phone: true });
  const preview = await signedIn(`/preview/${desk.event}/${desk.room}`);
  await preview.getByText('Preview: votes are not counted.').waitFor();
  await accessible(preview, 'preview', { phone: true });
});

test('the own account, a second step, and what staff did', async () => {
  const page = await signedIn('/organiser/account');
  await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
  await accessible(page, 'account', { phone: true });
  const factor = page.getByRole('region', { name: 'Two-step sign-in' });
  await factor.getByRole('button', { name: 'Set it up' }).click();
  await factor.getByText('Write your present password.').waitFor();
  await accessible(page, 'account, no password', { phone: true });
  await factor.getByLabel('Present password').fill(ACCOUNT.password);
  await factor.getByRole('button', { name: 'Set it up' }).click();
  await factor.getByRole('img').waitFor();
  await accessible(page, 'account, a code to be confirmed', { phone: true });
  await page.getByRole('link', { name: 'What staff did' }).click();
  await page.getByText('Signed in').first().waitFor();
  await accessible(page, 'audit log', { phone: true });

  const door = await (await device(LAPTOP)).newPage();
  await door.route('**/api/v1/session', (route) =>
    route.fulfill({
      json:
        route.request().method() === 'POST'
          ? { signedIn: false, codeWanted: true, setUp: true }
          : { signedIn: false, setUp: true, provider: 'the college' },
    }),
  );
  await door.goto(`${shared().base}/organiser#provider=away`);
  await door.getByRole('link', { name: 'Sign in with the college' }).waitFor();
  await accessible(door, 'a provider that is away', { phone: true });
  await door.getByLabel('E-mail address').fill(ACCOUNT.email);
  await door.getByLabel('Password', { exact: true }).fill(ACCOUNT.password);
  await door.getByRole('button', { name: 'Sign in', exact: true }).click();
  await door.getByLabel('Code').waitFor();
  await accessible(door, 'a code is wanted', { phone: true });
});
