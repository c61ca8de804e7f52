import { test, vi } from 'vitest';
import { Cable } from '../support/cable.ts';
import { Desk } from '../support/desk.ts';
import { eventOfCode } from '../support/http.ts';
import { HALL, LAPTOP, OLD_PROJECTOR, open, organiser, PHONE, shared, signedInDevice } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { Swarm } from '../support/swarm.ts';
import { docs, shoot } from './shoot.ts';

test('the conference', async () => {
  const desk: Desk = await organiser().desk(
    await eventOfCode(shared().base, shared().cookie, shared().code.replace(' ', '')),
  );
  const stages = await Promise.all([HALL, OLD_PROJECTOR].map((size) => open(shared().stage, size)));
  const picture = await open(shared().stage, { viewport: { width: 1152, height: 648 } });
  const remote = await open(shared().remote, PHONE);
  const desktop = await (await signedInDevice(shared().base, shared().cookie, LAPTOP)).newPage();
  await desktop.goto(`${shared().base}/organiser/events/${desk.event}`);
  const cable = await Cable.to(desk.join);
  const phone = await Phone.join(desk, { cable });
  const reader = await Phone.join(desk, { options: { ...PHONE, deviceScaleFactor: 1.5 } });
  const swarm = await Swarm.join(shared().base, desk.code, 298);
  await stages[0]!.getByText('300 people have joined', { exact: true }).waitFor();
  const all = async (state: string) => {
    for (const stage of stages) await shoot(stage, `stage-${stage.viewportSize()!.width}-${state}`, ['dark']);
    await shoot(remote, `remote-${state}`);
    await shoot(desktop, `organiser-${state}`);
    await shoot(phone.page, `phone-${state}`);
  };
  await all('00-joined');
  for (const [index, poll] of desk.polls.entries()) {
    await desk.run({ type: 'setStage', room: desk.room, view: 'activity', activity: poll.id });
    await stages[1]!.getByRole('heading', { name: poll.question }).waitFor();
    await desktop.getByRole('button', { name: poll.question }).first().click();
    if (index === 0) await all('10-draft');
    if (index === 1) await desk.show(1, 'hidden');
    await desk.open(index);
    await phone.option(poll.options[1]!.text).check();
    await vi.waitUntil(() => swarm.settled(index + 1), { timeout: 30_000, interval: 200 });
    await reader.vote(poll.options[0]!.text);
    await reader.counted(poll.options[0]!.text);
    await all(`${index + 1}1-open`);
    await phone.button('Vote').click();
    await phone.counted(poll.options[1]!.text);
    await all(`${index + 1}2-counted`);
    if (index === 0) {
      await desk.show(0, 'everyone');
      await phone.sees(/Percentages/);
      await all('13-everyone');
      await reader.page.emulateMedia({ reducedMotion: 'reduce' });
      await reader.page.screenshot({ path: docs('phone.png') });
      await picture.emulateMedia({ reducedMotion: 'reduce' });
      await picture.screenshot({ path: docs('stage.png') });
      cable.cut();
      await phone.lost();
      await desk.lock(index);
      await phone.change(poll.options[4]!.text);
      await phone.sees('Your vote is waiting on this phone.');
      await shoot(phone.page, 'phone-14-vote-waiting');
      cable.mend();
      await phone.sees('Too late.');
      await shoot(phone.page, 'phone-15-too-late');
    } else await desk.lock(index);
    if (index > 0) await desk.show(index, 'everyone');
    await phone.sees(/Percentages/);
    await stages[0]!.getByText('Voting is locked').first().waitFor();
    await all(`${index + 1}9-locked`);
  }
  swarm.close();
});
