import { expect, test } from 'vitest';
import { accessible } from '../support/axe.ts';
import { Cable } from '../support/cable.ts';
import { doors } from '../support/doors.ts';
import { open, organiser, shared } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { poll, PRIORITY, STRUGGLE, USED } from '../support/polls.ts';

const check = (phone: Phone, state: string) => accessible(phone.page, state, { phone: true });

test('the form: first, empty, wrong code, back again', async () => {
  const phone = new Phone(await open(`${shared().base}/`));
  await check(phone, 'the form');
  await phone.button('Join').click();
  await phone.sees('Enter the code that is shown on the screen.');
  await check(phone, 'no code');
  await phone.page.getByLabel('Code on the screen').fill('ZZZ ZZZ');
  await phone.button('Join').click();
  await phone.sees(/No event has the code/);
  await check(phone, 'wrong code');
});

test('outside the room: connecting, full, open too often, over', async () => {
  for await (const { state, page } of doors(await organiser().event('Doors', [PRIORITY]))) {
    await accessible(page, state, { phone: true });
  }
});

test('the room: waiting, voting, waiting vote, counted, results, locked, reset', async () => {
  const desk = await organiser().event('Every state of the phone', [
    PRIORITY,
    STRUGGLE,
    USED,
    { ...poll(20, 200), abstain: 'Prefer not to say' },
  ]);
  const cable = await Cable.to(desk.join);
  const phone = await Phone.join(desk, { cable });
  await phone.sees('Waiting for the first poll');
  await check(phone, 'waiting');
  await desk.open(0);
  await phone.option('Gender pay').check();
  await check(phone, 'single choice');
  await phone.button('Vote').click();
  await phone.counted('Gender pay');
  await check(phone, 'counted');
  await desk.show(0, 'everyone');
  await phone.sees('(1)');
  await check(phone, 'results while open');
  cable.cut();
  await phone.lost();
  await phone.change('Culture change');
  await phone.sees('Your vote is waiting on this phone.');
  await check(phone, 'vote waiting');
  await desk.lock(0);
  cable.mend();
  await phone.sees(/Voting is locked/);
  await check(phone, 'locked');
  await desk.open(2);
  await phone.mark('Job share', 'Part-time');
  await check(phone, 'multiple choice');
  await desk.lock(2);
  await phone.sees(/You did not vote/);
  await check(phone, 'locked, not voted');
  await desk.open(1);
  await phone.vote('Confidence');
  await phone.counted('Confidence');
  await desk.reset(1);
  await desk.open(1);
  await phone.sees('The organiser reset this poll.');
  await check(phone, 'reset');
  await phone.button('Vote').click();
  await phone.sees('Choose an answer first.');
  await check(phone, 'nothing chosen');
  await desk.open(3);
  await phone.option('Prefer not to say').waitFor();
  await check(phone, '20 options');
  await phone.page.getByText('How we know').click();
  await check(phone, 'privacy open');
  expect(desk.polls).toHaveLength(4);
});
