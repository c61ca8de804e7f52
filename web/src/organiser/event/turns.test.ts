import { expect, test } from 'vitest';
import { endQuestions, setAsking } from '../../kinds/qa/organiser/conducting.ts';
import { qa } from '../../kinds/qa/organiser/fakes.ts';
import { Moderation } from '../../kinds/qa/organiser/moderation.svelte.ts';
import { Queue } from '../../kinds/qa/organiser/queue.svelte.ts';
import { CommandError, type Command } from '../../protocol/commands.ts';
import type { OrganiserQuestions } from '../../protocol/messages.gen.ts';
import { Desk } from './desk.svelte.ts';
import { FakeLine, open, poll } from './fakes.svelte.ts';
import { Conduct } from './run/conduct.svelte.ts';

const CONFLICT = 'Somebody else changed this just now.';

/** A server far away: it takes a command only of the newest revision, tells what it led to, then answers. */
class FarLine extends FakeLine {
  private readonly waiting: (() => void)[] = [];

  override run = (async (command: Command) => {
    this.sent.push(command);
    await new Promise<void>((answer) => this.waiting.push(answer));
    if (!('rev' in command)) return {};
    const { runOrder, beside } = this.state!;
    const about = [...runOrder, ...beside].find(({ id }) => 'activity' in command && id === command.activity)!;
    if (about.rev !== command.rev) throw new CommandError('conflict', CONFLICT);
    this.say({
      runOrder: runOrder.map((each) => (each === about ? { ...each, rev: each.rev + 1 } : each)),
      beside: beside.map((each) => (each === about ? { ...each, rev: each.rev + 1, ...changed(command) } : each)),
    } as never);
    return {};
  }) as never;

  /** Answers everything that is sent, also what is sent because of an answer. */
  async answerAll(): Promise<void> {
    for (let round = 0; round < 20; round++) {
      this.waiting.splice(0).forEach((answer) => answer());
      await new Promise((done) => setImmediate(done));
    }
  }
}
const changed = (command: Command): Partial<OrganiserQuestions> =>
  command.type === 'setAsking' ? { asking: command.asking, check: command.check } : {};

/** The poll is on stage. */
function staged(line: FarLine): FarLine {
  line.say({ room: { ...line.state!.room, view: 'activity', activity: 'a' } });
  return line;
}

const revisions = (line: FakeLine) => line.sent.map((command) => 'rev' in command && command.rev);

test('a second command before the first is answered names the revision that the first made', async () => {
  const line = staged(new FarLine([open('a')]));
  const desk = new Desk(line);
  const conduct = new Conduct(desk);
  conduct.startStop();
  conduct.reveal();
  await line.answerAll();
  expect(desk.refusal).toBeNull();
  expect(line.sent).toEqual([
    { type: 'lockActivity', activity: 'a', rev: 3 },
    { type: 'showResults', activity: 'a', rev: 4, results: 'hidden' },
  ]);
});

test('a command means what its button said when it was pressed', async () => {
  const line = staged(new FarLine([open('a')]));
  const desk = new Desk(line);
  const conduct = new Conduct(desk);
  conduct.startStop();
  conduct.startStop();
  await line.answerAll();
  expect(line.sent.map(({ type }) => type)).toEqual(['lockActivity', 'lockActivity']);
});

test('what waits behind a refused command is not sent, and what is pressed later is', async () => {
  const line = staged(new FarLine([open('a')]));
  const desk = new Desk(line);
  const seen = desk.activity('a')!;
  const conduct = new Conduct(desk);
  conduct.startStop();
  conduct.reveal();
  line.say({ runOrder: [{ ...seen, rev: 7 }] });
  await line.answerAll();
  expect(desk.refusal).toEqual({ conflict: true, text: CONFLICT });
  expect(revisions(line)).toEqual([3]);
  conduct.reveal();
  await line.answerAll();
  expect(desk.refusal).toBeNull();
  expect(revisions(line)).toEqual([3, 7]);
});

test('what is saved at once after a command is not refused because of it', async () => {
  const line = new FarLine([poll('a')]);
  const desk = new Desk(line);
  const seen = desk.activity('a')!;
  void desk.show(seen, 'stage');
  const draft = { question: 'Really?', options: [], maxChoices: 1, abstain: null, results: 'stage' as const };
  const saved = desk.edit('a', () => desk.activity('a')!.rev, 'poll', draft);
  await line.answerAll();
  await saved;
  expect(revisions(line)).toEqual([3, 4]);
});

test('two switches of the questions, one right after the other, both count', async () => {
  const line = new FarLine([]);
  line.state = { ...line.state!, beside: [qa({ rev: 3, asking: true, check: 'before' })] };
  const moderation = new Moderation(new Queue(new Desk(line)));
  void setAsking(moderation, { asking: false });
  void setAsking(moderation, { check: 'after' });
  void endQuestions(moderation, 'finaliseActivity');
  await line.answerAll();
  expect(moderation.refusal).toBeNull();
  expect(line.sent.slice(0, 2)).toMatchObject([
    { rev: 3, asking: false, check: 'before' },
    { rev: 4, asking: false, check: 'after' },
  ]);
  expect(revisions(line)).toEqual([3, 4, 5]);
});
