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
    const answer = commands.run({ type: 'duplicatePoll', poll: 'p' });
    expect(sent).toEqual([{ type: 'duplicatePoll', poll: 'p', ref: 1 }]);
    expect(commands.receive({ type: 'done', ref: 1, id: 'q' })).toBe(true);
    expect(await answer).toEqual({ id: 'q' });
    expect(clock.waiting).toBe(0);
  });

  test('answers find their own command', async () => {
    const { commands } = setUp();
    const first = commands.run({ type: 'openPoll', poll: 'p', rev: 1 });
    const second = commands.run({ type: 'lockPoll', poll: 'p', rev: 1 });
    commands.receive({ type: 'error', ref: 2, code: 'conflict', message: 'Somebody else.' });
    commands.receive({ type: 'done', ref: 1 });
    expect(await first).toEqual({});
    await expect(second).rejects.toMatchObject({ code: 'conflict', retry: 'snapshot', message: 'Somebody else.' });
  });

  test('says so when there is no connection, when it is lost, when nothing answers', async () => {
    await expect(setUp(false).commands.run({ type: 'duplicatePoll', poll: 'p' })).rejects.toMatchObject({ code: 'lost' });
    const { commands, clock } = setUp();
    const lost = commands.run({ type: 'duplicatePoll', poll: 'p' });
    commands.lost();
    await expect(lost).rejects.toMatchObject({ code: 'lost', retry: 'snapshot' });
    const silent = commands.run({ type: 'duplicatePoll', poll: 'p' });
    clock.advance(10_000);
    await expect(silent).rejects.toMatchObject({ code: 'noAnswer' });
  });

  test('leaves alone what is not its own', () => {
    const { commands } = setUp();
    expect(commands.receive({ type: 'done', ref: 9 })).toBe(false);
    expect(commands.receive({ type: 'error', ref: null, code: 'malformed', message: 'No.' })).toBe(false);
    expect(commands.receive({ type: 'pong' })).toBe(false);
  });
});
