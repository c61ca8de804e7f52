import { expect, test } from 'vitest';
import { organiser } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { PRIORITY, STRUGGLE } from '../support/polls.ts';

const counts = (desk: { tally(index: number): { counts: number[] | null } }) => desk.tally(0).counts;

test('a vote is still there after a reload, in a second tab, and when it is changed it counts once', async () => {
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
  await desk.wire.until(() => counts(desk)?.[0] === 1);
  expect(counts(desk)).toEqual([1, 0, 0, 0, 0, 0]);
  expect(desk.tally(0).voted).toBe(1);
});

test('a vote without network waits on the phone, is sent when the network is back, and counts once', async () => {
  const desk = await organiser().event('No network', [PRIORITY]);
  await desk.open(0);
  const phone = await Phone.join(desk);
  await phone.page.context().setOffline(true);
  await phone.vote('Flexible working');
  await phone.sees('Your vote is waiting on this phone.');
  expect(desk.tally(0).voted).toBe(0);

  await phone.page.reload().catch(() => null); // a page cannot load now
  await phone.page.context().setOffline(false);
  await phone.page.goto(desk.join);
  await phone.counted('Flexible working');
  await desk.voted(0, 1);
  expect(counts(desk)).toEqual([0, 0, 0, 1, 0, 0]);
});

test('a vote that waited while the poll was locked is answered "too late"', async () => {
  const desk = await organiser().event('Too late', [PRIORITY]);
  await desk.open(0);
  const phone = await Phone.join(desk);
  await phone.page.context().setOffline(true);
  await desk.lock(0);
  await new Promise((resolve) => setTimeout(resolve, 100)); // the vote is made after the lock, by any clock
  await phone.vote('Talent management');
  await phone.sees('Your vote is waiting on this phone.');
  await phone.page.context().setOffline(false);
  await phone.sees('Too late.');
  await phone.sees(/Talent management is not counted/);
  expect(desk.tally(0).voted).toBe(0);
});

test('a vote cast in time that arrives within the grace counts', async () => {
  const desk = await organiser().event('Grace', [PRIORITY]);
  await desk.open(0);
  const phone = await Phone.join(desk);
  await phone.page.context().setOffline(true);
  await phone.vote('Mentoring and coaching');
  await desk.lock(0);
  await phone.page.context().setOffline(false);
  await phone.counted('Mentoring and coaching');
  await desk.voted(0, 1);
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

test('a vote that waited for a poll which was reset meanwhile is not counted for the new round', async () => {
  const desk = await organiser().event('Reset while away', [STRUGGLE]);
  await desk.open(0);
  const phone = await Phone.join(desk);
  await phone.page.context().setOffline(true);
  await phone.vote('Confidence');
  await desk.reset(0);
  await desk.open(0);
  await phone.page.context().setOffline(false);
  await phone.sees(/Please vote again/);
  expect(desk.tally(0).voted).toBe(0);
});
