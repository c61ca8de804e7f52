import { test } from 'vitest';
import { HALL, LAPTOP, OLD_PROJECTOR, open, organiser, PHONE, shared, signedInDevice } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { PRIORITY } from '../support/polls.ts';
import { Questions } from '../support/questions.ts';
import { out, shoot } from './shoot.ts';

test('reactions', { timeout: 120_000 }, async () => {
  const desk = await organiser().event('Health and Care Women Leaders conference', [PRIORITY]);
  await Questions.on(desk, { check: 'after' });
  await desk.run({ type: 'editReactions', room: desk.room, rev: 0, on: true });
  await desk.run({ type: 'openActivity', activity: desk.poll(0).id, rev: desk.poll(0).rev });
  const phones = await Promise.all(
    [PHONE, { ...PHONE, viewport: { width: 320, height: 640 } }, LAPTOP].map((options) =>
      Phone.join(desk, { options }),
    ),
  );
  const stages = await Promise.all([HALL, OLD_PROJECTOR].map((size) => open(desk.stage, size)));
  const calm = await open(desk.stage, { ...HALL, reducedMotion: 'reduce' });
  const boss = await (await signedInDevice(shared().base, shared().cookie, LAPTOP)).newPage();
  await boss.goto(`${shared().base}/organiser/events/${desk.event}`);
  await boss.getByRole('switch', { name: 'Reactions' }).waitFor();
  for (const phone of phones) {
    const { page } = phone;
    await phone.react();
    for (const name of ['Clap', 'Heart', 'Idea', 'Question', 'Clap', 'Clap']) {
      await page.getByRole('button', { name, exact: true }).click();
    }
  }
  await calm.getByRole('list', { name: 'Reactions' }).getByText('9', { exact: true }).waitFor();
  for (const stage of stages) await stage.waitForTimeout(900);
  for (const stage of stages) {
    await stage.screenshot({ path: `${out}reactions-stage-${stage.viewportSize()!.width}.png` });
  }
  await shoot(calm, 'reactions-stage-calm', ['dark']);
  for (const { page } of phones) await shoot(page, `reactions-phone-${page.viewportSize()!.width}`);
  await phones[0]!.button('Clap').click();
  await phones[0]!.page.screenshot({ path: `${out}reactions-phone-pressed.png` });
  await shoot(boss, 'reactions-organiser');
});
