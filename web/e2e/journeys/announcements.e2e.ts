import { expect, test } from 'vitest';
import { device, HALL, organiser, shared } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { PRIORITY } from '../support/polls.ts';
import { listen, tooSoon } from '../support/spoken.ts';
import { Swarm } from '../support/swarm.ts';

test('while votes stream in, screen readers hear of results once in five seconds, and all at the end', async () => {
  const desk = await organiser().event('Announcements', [{ ...PRIORITY, results: 'everyone' }]);
  const [phone, stage] = [await (await device()).newPage(), await (await device(HALL)).newPage()];
  const [heardOnPhone, heardOnStage] = [await listen(phone), await listen(stage)];
  await Promise.all([phone.goto(desk.join), stage.goto(desk.stage)]);
  // On a phone who leads waits for its turn: the vote and how voting stands are said before.
  const swarm = await Swarm.join(shared().base, desk.code, 150, 32_000);
  await desk.open(0);
  const voter = new Phone(phone);
  await voter.vote('Gender pay');
  await voter.counted('Gender pay');
  await expect.poll(() => swarm.settled(1)).toBe(true);
  expect(desk.tally(0).voted).toBeGreaterThan(100);
  await desk.lock(0);
  for (const heard of [heardOnPhone, heardOnStage]) {
    await expect
      .poll(async () => (await heard()).at(-1)?.text)
      .toSatisfy(
        (text: string) =>
          text.includes('Result: ') && PRIORITY.options.every((option) => text.includes(`${option.text} `)),
      );
  }
  for (const heard of [await heardOnPhone(), await heardOnStage()]) {
    expect(tooSoon(heard), JSON.stringify(heard)).toEqual([]);
    expect(
      heard.filter(({ text }) => /lead|votes? yet|have voted/i.test(text)).length,
      'something was said on the way',
    ).toBeGreaterThan(0);
  }
  const leads = (await heardOnPhone()).filter(({ text }) => /(leads|are level)\.$/.test(text));
  expect(tooSoon(leads, 30_000), 'who leads is said once in half a minute at most').toEqual([]);
  swarm.close();
});
