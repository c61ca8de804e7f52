import { expect, test } from 'vitest';
import choice from '../../../kinds/choice/organiser/editor/index.ts';
import { CommandError } from '../../../protocol/commands.ts';
import type { DraftKind } from '../../../protocol/messages.gen.ts';
import { Desk } from '../desk.svelte.ts';
import { FakeLine, poll } from '../fakes.svelte.ts';
import type { Editing } from './editing.ts';
import { Keep } from './keep.ts';
import { Writing } from './writing.svelte.ts';

type Editor = ReturnType<typeof choice.blank>;

function began(line = new FakeLine([poll('a')]), keep = new Keep(null, 'event')) {
  const desk = new Desk(line);
  const editing = choice as unknown as Editing<DraftKind, Editor>;
  const writing = new Writing<Editor, object>(desk, keep, editing, 'poll', () => false, 'a');
  const write = (question: string) => writing.change({ ...writing.editor, question });
  const stands = (question: string, rev = 4) => line.say({ runOrder: [poll('a', { rev, question })] });
  return { line, keep, writing, write, stands };
}
const lost = new CommandError('noAnswer', 'The server did not answer.');

test('E15: an edit whose answer is lost and that stands is saved, not another’s', async () => {
  const { line, keep, writing, write, stands } = began();
  write('Mine?');
  line.answer = lost;
  expect(await writing.save()).toBe(false);
  expect(writing.refusal).toContain('did not answer');
  stands('Mine?');
  expect(writing.standing).toBe('fine');
  expect(writing.dirty).toBe(false);
  expect(await writing.save()).toBe(true);
  expect(line.sent).toHaveLength(1);
  expect(keep.load('poll', 'a')).toBeNull();
});

test('E15: a new option that stands under an id of the server’s is the one that was written', async () => {
  const { line, writing } = began();
  writing.change({ ...writing.editor, options: [...writing.editor.options, { key: 9, text: 'Later' }], nextKey: 10 });
  line.answer = lost;
  await writing.save();
  const options = [...poll('a').options, { id: 'new', text: 'Later', exclusive: false }];
  line.say({ runOrder: [poll('a', { rev: 4, options })] });
  expect(writing.standing).toBe('fine');
  expect(await writing.save()).toBe(true);
});

test('E15: what was typed on after the lost answer is saved upon what stands', async () => {
  const { line, writing, write, stands } = began();
  write('Mine?');
  line.answer = lost;
  await writing.save();
  write('Mine, and more?');
  stands('Mine?');
  expect(writing.standing).toBe('fine');
  line.answer = {};
  expect(await writing.save()).toBe(true);
  expect(line.sent.at(-1)).toMatchObject({ rev: 4, draft: { question: 'Mine, and more?' } });
});

test('E15: text that was kept and has been saved meanwhile does not come back as unsaved', async () => {
  const first = began();
  first.write('Mine?');
  first.line.answer = lost;
  await first.writing.save();
  first.stands('Mine?');
  const { writing } = began(first.line, first.keep);
  expect(writing.restored).toBe(false);
  expect(writing.standing).toBe('fine');
});

test('what another organiser wrote is another’s, also after an own edit', async () => {
  const { line, writing, write, stands } = began();
  write('Mine?');
  expect(await writing.save()).toBe(true);
  stands('Mine?');
  write('Mine again?');
  stands('Theirs?', 5);
  expect(writing.standing).toBe('changed');
  expect(await writing.save()).toBe(false);
  expect(line.sent).toHaveLength(1);
});

test('while one types on, no own edit counts as another’s, however late the pictures of it come', async () => {
  const { writing, write, stands } = began();
  write('One?');
  await writing.save();
  write('One two?');
  expect(writing.awaited).toBe(true);
  stands('One?');
  expect([writing.awaited, writing.standing, writing.dirty]).toEqual([false, 'fine', true]);
  await writing.save();
  expect(writing.dirty).toBe(false);
  write('One two three?');
  stands('One two?', 5);
  expect(writing.standing).toBe('fine');
});
