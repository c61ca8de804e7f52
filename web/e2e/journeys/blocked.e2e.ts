import { expect, test } from 'vitest';
import { Gateway } from '../support/gateway.ts';
import { LAPTOP, open, organiser } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { PRIORITY, STRUGGLE } from '../support/polls.ts';

test('where WebSockets are refused, phone, stage and remote work all the same and go over by themselves', async () => {
  const desk = await organiser().event('Hospital', [PRIORITY, STRUGGLE]);
  const gateway = await Gateway.before(desk.join, 'refuses');
  const stage = await open(gateway.through(desk.stage), LAPTOP);
  const remote = await open(gateway.through(desk.remote));
  const phone = await Phone.join(desk, { cable: gateway });
  await expect.poll(() => gateway.streams).toBe(3);

  await remote.getByRole('button', { name: 'Open the first question' }).click();
  await stage.getByText(PRIORITY.question).first().waitFor();
  await phone.vote('Gender pay');
  await phone.counted('Gender pay');
  await desk.voted(0, 1);
  await phone.page.reload();
  await phone.counted('Gender pay');
  await phone.change('Culture change');
  await phone.counted('Culture change');
  await desk.wire.until(() => desk.counts(0)?.[0] === 1);
  expect(desk.tally(0)).toMatchObject({ result: [1, 0, 0, 0, 0, 0], voted: 1 });
  expect(gateway.messages).toBeGreaterThanOrEqual(3);
});

test('a vote made while a stream is torn is sent over the next one, and counts once', async () => {
  const desk = await organiser().event('Torn stream', [PRIORITY]);
  await desk.open(0);
  const gateway = await Gateway.before(desk.join, 'refuses');
  const phone = await Phone.join(desk, { cable: gateway });
  gateway.drop();
  await phone.vote('Flexible working');
  await phone.counted('Flexible working');
  gateway.drop();
  await phone.live();
  await desk.voted(0, 1);
  expect(desk.tally(0).result).toEqual([0, 0, 0, 1, 0, 0]);
});

test('where a WebSocket is never answered, the phone goes over after its second try and remembers it', async () => {
  const desk = await organiser().event('Silent gateway', [PRIORITY]);
  await desk.open(0);
  const gateway = await Gateway.before(desk.join, 'swallows');
  const phone = await Phone.join(desk, { cable: gateway });
  expect(gateway.upgradesBeforeStream).toBe(2);
  const tried = gateway.upgrades; // more where the machine is so busy that the first stream is late, too
  await phone.page.reload();
  await phone.live();
  expect(gateway.upgrades).toBe(tried);
  await phone.vote('Gender pay');
  await phone.counted('Gender pay');
});
