import { expect, test } from 'vitest';
import { CommandError } from '../../protocol/commands.ts';
import type { PollDraft } from '../../protocol/messages.gen.ts';
import { Desk } from './desk.svelte.ts';
import { FakeLine, poll } from './fakes.svelte.ts';

const draft: PollDraft = {
  question: 'Really?',
  options: [{ text: 'Yes' }, { text: 'No' }],
  maxChoices: 1,
  abstain: null,
  results: 'hidden',
};
const lost = new CommandError('noAnswer', 'The server did not answer.');
const ids = (line: FakeLine) => line.sent.map((command) => ('id' in command ? command.id : undefined));

test('a poll that was not answered is sent again under its id, and other words under another', async () => {
  const line = new FakeLine([poll('a')]);
  const desk = new Desk(line);
  line.answer = lost;
  await expect(desk.create('poll', draft)).rejects.toBe(lost);
  await expect(desk.create('poll', { ...draft, question: 'Another?' })).rejects.toBe(lost);
  line.answer = { id: 'new' };
  await desk.create('poll', draft);
  await desk.create('poll', draft);
  const [first, other, again, next] = ids(line);
  expect(again).toBe(first);
  expect(new Set([first, other, next]).size).toBe(3);
});

test('a copy is made once, but a press that sees it there makes another', async () => {
  const line = new FakeLine([poll('a')]);
  const desk = new Desk(line);
  line.answer = lost;
  await desk.duplicate(poll('a'));
  await desk.duplicate(poll('a'));
  const [first, again] = ids(line);
  expect(again).toBe(first);
  line.say({ runOrder: [poll('a'), poll(first!)] });
  await desk.duplicate(poll('a'));
  expect(ids(line)[2]).not.toBe(first);
});
