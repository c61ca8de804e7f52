import { expect, test } from 'vitest';
import { Frames } from '../support/frames.ts';
import { device, HALL, organiser } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { PRIORITY, STRUGGLE, USED } from '../support/polls.ts';
import { stageRows } from '../support/stage.ts';

test('phones get counts when they are revealed, the stage unless they are hidden; drafts reach nobody', async () => {
  const desk = await organiser().event('Who sees what', [
    { ...PRIORITY, results: 'hidden' },
    STRUGGLE,
    { ...USED, question: 'A draft that nobody may see yet' },
  ]);
  const page = await (await device()).newPage();
  const phoneFrames = new Frames(page);
  await page.goto(desk.join);
  const phone = new Phone(page);
  await phone.live();
  const stage = await (await device(HALL)).newPage();
  const stageFrames = new Frames(stage);
  await stage.goto(desk.stage);
  await stage.getByText('1 person has joined', { exact: true }).waitFor();

  await desk.open(0);
  await phone.vote('Culture change');
  await phone.counted('Culture change');
  await desk.voted(0, 1);
  await stage.getByText('Results are hidden until the presenter reveals them.').first().waitFor();
  await stage
    .getByText(/1\s*of 1 have voted/)
    .first()
    .waitFor();
  expect([...phoneFrames.counts, ...stageFrames.counts]).toEqual([]);

  await desk.show(0, 'stage');
  await expect.poll(() => stageRows(stage)).toContainEqual(['Culture change', '100%', '(1)']);
  await phone.sees(/screen in the room/);
  expect(phoneFrames.counts).toEqual([]);

  await desk.show(0, 'everyone');
  await phone.sees('(1)');
  expect(phoneFrames.counts).toContainEqual([1, 0, 0, 0, 0, 0]);

  const [phoneSaw, stageSaw] = [phoneFrames.counts.length, stageFrames.counts.length];
  await desk.show(0, 'hidden');
  await phone.change('Gender pay');
  await phone.counted('Gender pay');
  await desk.wire.until(() => desk.counts(0)?.[4] === 1);
  await stage.getByText('Results are hidden until the presenter reveals them.').first().waitFor();
  await expect.poll(() => page.getByText('(1)').count()).toBe(0);
  expect([phoneFrames.counts.slice(phoneSaw), stageFrames.counts.slice(stageSaw)]).toEqual([[], []]);

  await desk.open(1);
  await phone.sees(STRUGGLE.question);
  await phone.vote('Confidence');
  await phone.counted('Confidence');
  const everything = [...phoneFrames.raw, ...stageFrames.raw].join();
  expect(everything).toContain(STRUGGLE.question); // the recording works
  expect(everything).not.toContain('A draft that nobody may see yet');
});
