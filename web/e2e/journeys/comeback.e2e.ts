import { expect, test } from 'vitest';
import { organiser } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { PRIORITY, STRUGGLE } from '../support/polls.ts';

test('a vote is still there after a reload and in a second tab, and counts once when it is changed', async () => {
  const desk = await organiser().event('Comeback', [PRIORITY]);
  await desk.open(0);
  const phone = await Phone.join(desk);
  await phone.vote('Gender pay');
  const receipt = await phone.counted('Gender pay');
  expect(receipt).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);

  await phone.page.reload();
  expect(await phone.counted('Gender pay')).toBe(receipt);

  const tab = new Phone(await phone.page.context().newPage());
  await tab.page.goto(desk.join);
  await tab.counted('Gender pay');

  await tab.change('Culture change');
  await tab.counted('Culture change');
  await phone.counted('Culture change'); // the first tab is told as well
  await desk.wire.until(() => desk.counts(0)?.[0] === 1);
  expect(desk.tally(0)).toMatchObject({ result: [1, 0, 0, 0, 0, 0], voted: 1 });
});

test('typing the code again, or coming back to the first page, gives the same person', async () => {
  const desk = await organiser().event('Same person', [PRIORITY]);
  await desk.open(0);
  const phone = await Phone.join(desk);
  await phone.vote('Flexible working');
  await phone.counted('Flexible working');

  await phone.page.goto(new URL('/', desk.join).href);
  await phone.button('Return to Same person').click();
  await phone.counted('Flexible working');

  await phone.page.goto(new URL('/', desk.join).href);
  await phone.page.getByLabel('Code on the screen').fill(desk.code.toLowerCase());
  await phone.button('Join').click();
  await phone.counted('Flexible working');
  await phone.change('Gender pay');
  await phone.counted('Gender pay');
  await desk.wire.until(() => desk.counts(0)?.[4] === 1);
  expect(desk.tally(0)).toMatchObject({ result: [0, 0, 0, 0, 1, 0], voted: 1 });
});

test('a reset is said on the phone, which can vote again', async () => {
  const desk = await organiser().event('Reset', [STRUGGLE]);
  await desk.open(0);
  const phone = await Phone.join(desk);
  await phone.vote('Being heard');
  await phone.counted('Being heard');
  await desk.voted(0, 1);
  await desk.reset(0);
  await phone.sees('Waiting for the next poll');
  await desk.open(0);
  await phone.sees('The organiser reset this poll.');
  expect(desk.tally(0).voted).toBe(0);
  await phone.vote('Prefer not to say');
  await phone.counted('Prefer not to say');
  await desk.wire.until(() => desk.tally(0).abstained === 1);
});
