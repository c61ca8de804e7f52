import { test } from 'vitest';
import { accessible } from '../support/axe.ts';
import { HALL, open, organiser, PHONE, shared } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { poll, PRIORITY } from '../support/polls.ts';

test('the stage in every state', async () => {
  const desk = await organiser().event('Every state of the stage', [PRIORITY, poll(20, 200)]);
  const stage = await open(desk.stage, HALL);
  const see = async (text: string, state: string) => {
    await stage.getByRole('main').getByText(text).first().waitFor();
    await accessible(stage, state);
  };
  await see('Nobody has joined yet', 'join screen');
  const phone = await Phone.join(desk);
  await desk.run({ type: 'setStage', room: desk.room, view: 'activity', activity: desk.poll(0).id });
  await see('Voting opens soon', 'draft');
  await desk.open(0);
  await see('Voting is open', 'no votes yet');
  await phone.vote('Culture change');
  await see('Percentages of those who voted', 'bars');
  await desk.show(0, 'hidden');
  await see('Results are hidden', 'hidden');
  await desk.show(0, 'everyone');
  await desk.lock(0);
  await see('Voting is locked', 'locked');
  await desk.open(1);
  await see('Sharing what works', '20 options');
  await stage.mouse.move(300, 300);
  await stage.getByRole('toolbar').waitFor();
  await accessible(stage, 'buttons');
  await stage.keyboard.press('?');
  await stage.getByRole('dialog').waitFor();
  await accessible(stage, 'help');
});

test('a countdown is set on the remote in one press, and the stage says it whatever it shows', async () => {
  const desk = await organiser().event('A few minutes to go', [PRIORITY]);
  const stage = await open(desk.stage, HALL);
  const remote = await open(desk.remote, PHONE);
  await remote.getByRole('button', { name: '5 minutes' }).click();
  await stage.getByText('Starts in', { exact: true }).waitFor();
  const figure = stage.getByText(/^[45]:\d\d$/);
  await figure.waitFor();
  await accessible(stage, 'join screen with a countdown');
  await remote.getByText(/^[45]:\d\d$/).waitFor();
  await accessible(remote, 'remote: a countdown', { phone: true });
  await desk.open(0);
  await stage.getByText('Voting is open').first().waitFor();
  await figure.waitFor();
  await accessible(stage, 'bars with a countdown');
  await remote.getByRole('button', { name: 'Off', exact: true }).click();
  await figure.waitFor({ state: 'hidden' });
  await desk.wire.until(() => desk.state.room.until === undefined);
});

test('stage and remote with a link that does not work', async () => {
  for (const page of ['stage', 'remote']) {
    const there = await open(
      `${shared().base}/${page}/nothing/here#AAAAAAAAAAAAAAAAAAAAAA`,
      page === 'stage' ? HALL : PHONE,
    );
    await there
      .getByText(/does not work any more|no longer exists/)
      .first()
      .waitFor();
    await accessible(there, `${page}: wrong link`, { phone: page === 'remote' });
    const cut = await open(`${shared().base}/${page}/nothing/here`, page === 'stage' ? HALL : PHONE);
    await cut
      .getByText(/not complete/)
      .first()
      .waitFor();
    await accessible(cut, `${page}: link cut short`, { phone: page === 'remote' });
  }
});

test('the remote in every state', async () => {
  const desk = await organiser().event('Every state of the remote', [PRIORITY, poll(20, 200)]);
  const remote = await open(desk.remote, PHONE);
  const next = async (button: string) => {
    await remote.locator('footer[aria-busy="false"]').getByRole('button', { name: button, exact: true }).waitFor();
    await accessible(remote, `remote: ${button}`, { phone: true });
    await remote.getByRole('button', { name: button, exact: true }).click();
  };
  for (const button of ['Open the first question', 'Lock voting', 'Reveal results', 'Open the next question']) {
    await next(button);
  }
  await remote.getByRole('button', { name: 'Lock voting' }).waitFor();
  await accessible(remote, 'remote: 20 options', { phone: true });
});
