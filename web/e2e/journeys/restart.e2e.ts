import { expect, test } from 'vitest';
import { Server } from '../setup/server.ts';
import { SignedIn } from '../support/desk.ts';
import { ask } from '../support/http.ts';
import { HALL, open } from '../support/people.ts';
import { Phone } from '../support/phone.ts';

test('the server is killed with phones and a stage there: they come back, and the votes with them', async () => {
  const server = await Server.start();
  try {
    const who = await SignedIn.first(server.printed);
    const {
      body: { events: body },
    } = await ask<{ events: { id: string }[] }>(who.base, 'GET', '/api/v1/events', undefined, who.cookie);
    const before = await who.desk(body[0]!.id);
    await before.open(0);
    const stage = await open(before.stage, HALL);
    const [voted, waiting] = [await Phone.join(before), await Phone.join(before)];
    await voted.vote('Culture change');
    const receipt = await voted.counted('Culture change');
    await before.voted(0, 1);

    await server.kill();
    await waiting.lost();
    await waiting.vote('Gender pay');
    await waiting.sees('Your vote is waiting on this phone.');
    await stage.getByText('Culture change').first().waitFor(); // the last result stays

    await server.run();
    await waiting.counted('Gender pay');
    expect(await voted.counted('Culture change')).toBe(receipt);
    const after = await who.desk(body[0]!.id); // the session outlives the server as well
    await after.voted(0, 2);
    expect(after.tally(0).result).toEqual([1, 0, 0, 0, 1, 0]);
    await stage.locator('.share span').getByText('1', { exact: true }).nth(1).waitFor();
    await voted.change('Flexible working');
    await voted.counted('Flexible working');
    await after.wire.until(() => after.counts(0)?.[3] === 1);
    expect(after.tally(0)).toMatchObject({ result: [0, 0, 0, 1, 1, 0], voted: 2 });
  } finally {
    await server.stop();
  }
});
