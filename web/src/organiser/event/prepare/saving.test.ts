// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { flushSync } from 'svelte';
import choice from '../../../kinds/choice/organiser/editor/index.ts';
import { CommandError } from '../../../protocol/commands.ts';
import type { DraftKind, OrganiserPoll } from '../../../protocol/messages.gen.ts';
import { Desk } from '../desk.svelte.ts';
import type { Editing } from '../editor/editing.ts';
import { Keep } from '../editor/keep.ts';
import { Writing } from '../editor/writing.svelte.ts';
import { FakeLine, poll } from '../fakes.svelte.ts';
import { Saving } from './saving.svelte.ts';

type Editor = ReturnType<typeof choice.blank>;
beforeEach(() => void vi.useFakeTimers());
let end = () => {};
afterEach(() => (end(), vi.useRealTimers()));

function began(more: Partial<OrganiserPoll> = {}, id: string | null = 'a') {
  const line = new FakeLine([poll('a', more)]);
  const desk = new Desk(line);
  const editing = choice as unknown as Editing<DraftKind, Editor>;
  const keep = new Keep(null, 'event');
  const writing = new Writing<Editor>(desk, keep, editing, 'poll', () => false, id);
  const saving = new Saving(desk, writing);
  end = saving.start();
  flushSync();
  const write = (question: string) => (writing.change({ ...writing.editor, question }), flushSync());
  const rest = async (ms: number) => (await vi.advanceTimersByTimeAsync(ms), flushSync());
  return { line, keep, writing, saving, write, rest };
}
const questions = (line: FakeLine) => line.sent.map((command) => 'draft' in command && command.draft.question);

test('a draft is saved when the hand rests, and once for what was typed till then', async () => {
  const { line, saving, write, rest } = began();
  write('One');
  await rest(1_000);
  write('One two?');
  await rest(1_000);
  expect(line.sent).toEqual([]);
  await rest(600);
  expect(questions(line)).toEqual(['One two?']);
  expect(saving.words).toBe('Saved.');
  await rest(10_000);
  expect(line.sent).toHaveLength(1);
});

test.each([
  ['what is open for voting', { state: 'open' as const }, 'a'],
  ['what is new', {}, null],
])('%s is saved by a press alone', async (_what, more, id) => {
  const { line, write, rest, saving } = began(more, id);
  write('More?');
  await rest(60_000);
  expect(line.sent).toEqual([]);
  expect(saving.words).toContain('kept in this browser tab');
});

test('what is to be mended first, what another changed and what was refused is not sent by itself', async () => {
  const { line, saving, write, rest } = began();
  write('');
  await rest(60_000);
  expect(line.sent).toEqual([]);
  expect(saving.words).toContain('saved as soon as what is marked is mended');
  line.answer = new CommandError('notAllowed', 'No.');
  write('Mine?');
  await rest(60_000);
  expect(line.sent).toHaveLength(1);
  write('Mine again?');
  line.say({ runOrder: [poll('a', { rev: 4, question: 'Theirs?' })] });
  flushSync();
  await rest(60_000);
  expect(line.sent).toHaveLength(1);
});

test('what had no answer is sent again when there is a connection, until it is there', async () => {
  const { line, saving, write, rest } = began();
  line.answer = new CommandError('lost', 'The connection was lost meanwhile.');
  write('Mine?');
  await rest(1_600);
  line.status = { kind: 'offline' };
  flushSync();
  await rest(60_000);
  expect(line.sent).toHaveLength(1);
  expect(saving.words).toContain('What you typed is kept');
  line.status = { kind: 'live' };
  line.answer = {};
  flushSync();
  await rest(1_600);
  expect(questions(line)).toEqual(['Mine?', 'Mine?']);
  expect(saving.words).toBe('Saved.');
});
