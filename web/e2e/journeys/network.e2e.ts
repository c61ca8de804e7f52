import { expect, test } from 'vitest';
import { Cable } from '../support/cable.ts';
import type { Desk } from '../support/desk.ts';
import { organiser } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { PRIORITY, STRUGGLE } from '../support/polls.ts';

async function onAWire(name: string): Promise<{ desk: Desk; cable: Cable; phone: Phone }> {
  const desk = await organiser().event(name, [PRIORITY, STRUGGLE]);
  await desk.open(0);
  const cable = await Cable.to(desk.join);
  const phone = await Phone.join(desk, { cable });
  await phone.sees(PRIORITY.question); // it is connected a moment before it knows what is open
  return { desk, cable, phone };
}

/**
 * Clearly before what comes next: a server that knows only when a vote arrived cannot tell moments from the time it
 * travelled.
 */
const aMomentLater = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2_000));

test('a vote without network waits on the phone, is sent when the network is back, and counts once', async () => {
  const { desk, cable, phone } = await onAWire('No network');
  cable.cut();
  await phone.page.context().setOffline(true);
  await phone.lost();
  await phone.vote('Flexible working');
  await phone.sees('Your vote is waiting on this phone.');
  expect(desk.tally(0).voted).toBe(0);

  cable.mend();
  await phone.page.context().setOffline(false);
  await phone.counted('Flexible working');
  await desk.voted(0, 1);
  expect(desk.tally(0).result).toEqual([0, 0, 0, 1, 0, 0]);
});

test('a waiting vote outlives a page that was closed meanwhile', async () => {
  const { desk, cable, phone } = await onAWire('Closed page');
  cable.cut();
  await phone.lost();
  await phone.vote('Gender pay');
  await phone.sees('Your vote is waiting on this phone.');
  const context = phone.page.context();
  await phone.page.close();
  cable.mend();

  const again = new Phone(await context.newPage());
  await again.page.goto(cable.through(desk.join));
  await again.counted('Gender pay');
  await desk.voted(0, 1);
});

test('a vote sent into a dead connection is not called counted, and counts once when the phone is back', async () => {
  const { desk, cable, phone } = await onAWire('Tunnel');
  cable.hold();
  await phone.vote('Talent management');
  await phone.sees('Sending your vote.');
  cable.mend();
  await phone.counted('Talent management');
  await desk.voted(0, 1);
  expect(desk.tally(0).result).toEqual([0, 0, 1, 0, 0, 0]);
});

test('a vote made after the lock is answered "too late", and an earlier one of the same person stands', async () => {
  const { desk, cable, phone } = await onAWire('Too late');
  await phone.vote('Culture change');
  await phone.counted('Culture change');
  cable.cut();
  await phone.lost();
  await desk.lock(0);
  await phone.change('Talent management');
  await phone.sees('Your vote is waiting on this phone.');
  cable.mend();
  await phone.sees('Too late.');
  await phone.sees(/Talent management is not counted. Your earlier vote still counts: Culture change/);
  expect(desk.tally(0)).toMatchObject({ result: [1, 0, 0, 0, 0, 0], voted: 1 });
});

test('a vote cast in time that arrives within the grace counts', async () => {
  const { desk, cable, phone } = await onAWire('Grace');
  cable.cut();
  await phone.lost();
  await phone.vote('Mentoring and coaching');
  await aMomentLater();
  await desk.lock(0);
  cable.mend();
  await phone.page.evaluate(() => dispatchEvent(new Event('online'))); // what a phone says that is back in the network
  await phone.counted('Mentoring and coaching');
  await desk.voted(0, 1);
});

test('a vote that waited for a poll which was reset meanwhile does not count in the new round', async () => {
  const { desk, cable, phone } = await onAWire('Reset while away');
  cable.cut();
  await phone.lost();
  await phone.vote('Gender pay');
  await desk.reset(0);
  await desk.open(0);
  cable.mend();
  await phone.sees(/Please vote again/);
  expect(desk.tally(0).voted).toBe(0);
  await phone.vote('Gender pay');
  await phone.counted('Gender pay');
  await desk.voted(0, 1);
});

test('a vote that waited while the room moved on is answered beside the next poll', async () => {
  const { desk, cable, phone } = await onAWire('Moved on');
  cable.cut();
  await phone.lost();
  await phone.vote('Gender pay');
  await aMomentLater();
  await desk.open(1);
  cable.mend();
  await phone.page.evaluate(() => dispatchEvent(new Event('online')));
  await phone.sees('What do you struggle with most?');
  await phone.sees(/arrived in time/);
  await desk.voted(0, 1);
});
