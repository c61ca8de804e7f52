import { describe, expect, test } from 'vitest';
import { Commands } from './commands.ts';
import { FakeClock } from './fakes.ts';

function setUp(live = true) {
  const clock = new FakeClock();
  const sent: object[] = [];
  let ref = 0;
  const commands = new Commands({ send: (message) => live && sent.push(message) > 0, nextRef: () => ++ref }, clock);
  return { clock, sent, commands };
}

describe('a command', () => {
  test('resolves with what was made', async () => {
    const { commands, sent, clock } = setUp();
    const answer = commands.run({ type: 'duplicateActivity', activity: 'p' });
    expect(sent).toEqual([{ type: 'duplicateActivity', activity: 'p', ref: 1 }]);
    expect(commands.receive({ type: 'done', ref: 1, id: 'q' })).toBe(true);
    expect(await answer).toEqual({ id: 'q' });
    expect(clock.waiting).toBe(0);
  });

  test('answers find their own command', async () => {
    const { commands } = setUp();
    const first = commands.run({ type: 'openActivity', activity: 'p', rev: 1 });
    const second = commands.run({ type: 'lockActivity', activity: 'p', rev: 1 });
    commands.receive({ type: 'error', ref: 2, code: 'conflict', message: 'Somebody else.' });
    commands.receive({ type: 'done', ref: 1 });
    expect(await first).toEqual({});
    await expect(second).rejects.toMatchObject({ code: 'conflict', retry: 'snapshot', message: 'Somebody else.' });
  });

  test('says so when there is no connection, and when nothing answers', async () => {
    await expect(setUp(false).commands.run({ type: 'duplicateActivity', activity: 'p' })).rejects.toMatchObject({
      code: 'lost',
    });
    const { commands, clock } = setUp();
    const silent = commands.run({ type: 'duplicateActivity', activity: 'p' });
    clock.advance(10_000);
    await expect(silent).rejects.toMatchObject({ code: 'noAnswer' });
  });

  test('C1 what was not answered is sent again on the next connection, as it was', async () => {
    const { commands, sent, clock } = setUp();
    const answered = commands.run({ type: 'openActivity', activity: 'p', rev: 1 });
    commands.receive({ type: 'done', ref: 1 });
    await answered;
    const waiting = commands.run({ type: 'lockActivity', activity: 'p', rev: 2 });
    commands.connected();
    expect(sent).toHaveLength(3);
    expect(sent[2]).toEqual(sent[1]);
    commands.receive({ type: 'done', ref: 2 });
    expect(await waiting).toEqual({});
    // the other connection answers as well
    commands.receive({ type: 'error', ref: 2, code: 'conflict', message: 'Somebody else.' });
    expect(clock.waiting).toBe(0);
  });

  test('C1 what was refused the second time may have been done the first', async () => {
    const { commands } = setUp();
    const reset = commands.run({ type: 'resetActivity', activity: 'p', rev: 1 });
    commands.connected();
    commands.receive({ type: 'error', ref: 1, code: 'conflict', message: 'Somebody else.' });
    await expect(reset).rejects.toMatchObject({ code: 'lost', retry: 'snapshot' });
    const busy = commands.run({ type: 'resetActivity', activity: 'p', rev: 1 });
    commands.connected();
    commands.receive({ type: 'error', ref: 2, code: 'busy', message: 'Later.' });
    await expect(busy).rejects.toMatchObject({ code: 'busy' });
  });

  test('leaves alone what is not its own', () => {
    const { commands } = setUp();
    expect(commands.receive({ type: 'done', ref: 9 })).toBe(false);
    expect(commands.receive({ type: 'error', ref: null, code: 'malformed', message: 'No.' })).toBe(false);
    expect(commands.receive({ type: 'pong' })).toBe(false);
  });
});
