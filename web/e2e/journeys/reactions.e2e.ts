import { beside } from '../../src/protocol/activity.ts';
import { expect, test } from 'vitest';
import { accessible } from '../support/axe.ts';
import { ask } from '../support/http.ts';
import { HALL, open, organiser, shared, signedInDevice } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { PRIORITY } from '../support/polls.ts';
import { Wire } from '../support/wire.ts';
import { placeOf } from '../support/places.ts';

const opacity = () => {
  const canvas = document.querySelector('canvas')!;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  return data.some((value, index) => index % 4 === 3 && value > 0);
};

test('two phones react, the stage shows it, and off is off', async () => {
  const desk = await organiser().event('Applause', [PRIORITY]);
  const [one, two] = await Promise.all([Phone.join(desk), Phone.join(desk)]);
  const stage = await open(desk.stage, HALL);
  const calm = await open(desk.stage, { ...HALL, reducedMotion: 'reduce' });
  await stage.getByText('enter').first().waitFor();
  expect(await one.button('Clap').count()).toBe(0);

  const boss = await (await signedInDevice(shared().base, shared().cookie)).newPage();
  await boss.goto(placeOf(shared().base, desk.event, 'moderate'));
  const lever = boss.getByRole('switch', { name: 'Reactions' });
  expect(await lever.getAttribute('aria-checked')).toBe('false');
  await lever.click();
  await Promise.all([one, two].map((phone) => phone.react()));

  for (let i = 0; i < 3; i++) await one.button('Clap').tap();
  await two.button('Idea').tap();
  await stage.waitForFunction(opacity);
  const numbers = calm.getByRole('list', { name: 'Reactions' });
  await numbers.getByText('3', { exact: true }).waitFor();
  await numbers.getByText('1', { exact: true }).waitFor();
  expect((await numbers.getByRole('listitem').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())).toEqual(
    ['3 claps', '0 hearts', '1 ideas', '0 questions'],
  );
  expect(await calm.locator('canvas').count()).toBe(0);
  await boss.getByRole('list', { name: 'Taps so far' }).getByText('3 claps').waitFor();

  for (const button of await one.page.getByRole('group', { name: 'Reactions' }).getByRole('button').all()) {
    const box = (await button.boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
  }
  await accessible(one.page, 'a phone with reactions', { phone: true });
  await accessible(calm, 'a calm stage with reactions');

  await desk.run({ type: 'openActivity', activity: desk.poll(0).id, rev: desk.poll(0).rev });
  const vote = one.button('Vote');
  await vote.waitFor();
  expect(await one.button('Clap').count(), 'they give way to a poll that waits for an answer').toBe(0);
  const above = (await vote.boundingBox())!;
  await one.react();
  const bar = (await one.page.getByRole('group', { name: 'Reactions' }).boundingBox())!;
  expect(above.y + above.height, 'nothing lies over the button that matters').toBeLessThanOrEqual(bar.y);
  expect(await vote.boundingBox(), 'and nothing moves for them').toEqual(above);

  const id = beside(desk.state, 'reactions')!.id;
  await lever.click();
  await Promise.all([one, two].map((phone) => phone.button('Clap').waitFor({ state: 'hidden' })));
  await one.page.getByRole('button', { name: 'React' }).waitFor({ state: 'hidden' });
  await calm.getByRole('list', { name: 'Reactions' }).waitFor({ state: 'hidden' });
  const {
    body: { token },
  } = await ask<{ token: string }>(desk.who.base, 'POST', '/api/v1/join', { code: desk.code });
  const wire = await Wire.open(desk.who.base, { role: 'attendee', event: desk.event, room: desk.room, token });
  wire.send({ type: 'react', activity: id, kind: 'clap', count: 1 });
  const refused = await wire.find((message) => message.type === 'error');
  expect(refused).toMatchObject({ ref: null, code: 'reactionsOff' });
  await desk.wire.until(() => beside(desk.state, 'reactions')!.totals.clap === 3);
});
