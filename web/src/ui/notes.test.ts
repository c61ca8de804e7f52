import { expect, test } from 'vitest';
import { CommandError } from '../protocol/commands.ts';
import { Notes } from './notes.svelte.ts';

const held = () => {
  const waiting: ((text: string) => void)[] = [];
  const notes = new Notes(
    (({ activity }: { activity: string }) =>
      new Promise((done) => waiting.push((text) => done({ type: 'notes', ref: 1, activity, notes: text })))) as never,
  );
  return { notes, waiting };
};

test('shows the notes of what is asked for last, also when an older answer comes later', async () => {
  const { notes, waiting } = held();
  const first = notes.show({ id: 'a', rev: 1 });
  const second = notes.show({ id: 'b', rev: 1 });
  waiting[1]!('Of b');
  await second;
  waiting[0]!('Of a');
  await first;
  expect(notes.text).toBe('Of b');
});

test('another one shows nothing of the one before, and none shows nothing', async () => {
  const { notes, waiting } = held();
  const first = notes.show({ id: 'a', rev: 1 });
  waiting[0]!('Of a');
  await first;
  void notes.show({ id: 'b', rev: 1 });
  expect(notes.text).toBe('');
  await notes.show(null);
  expect(notes.text).toBe('');
});

test('without an answer what is shown stays', async () => {
  let answers: unknown = { notes: 'Of a' };
  const notes = new Notes((() =>
    answers instanceof Error ? Promise.reject(answers) : Promise.resolve(answers)) as never);
  await notes.show({ id: 'a', rev: 1 });
  answers = new CommandError('lost', 'The connection was lost.');
  await notes.show({ id: 'a', rev: 2 });
  expect(notes.text).toBe('Of a');
});

test('asks once for each revision, and again after it had no answer', async () => {
  let fails = true;
  let asked = 0;
  const notes = new Notes((() => {
    asked++;
    return fails ? Promise.reject(new CommandError('lost', 'Lost.')) : Promise.resolve({ notes: 'Mine' });
  }) as never);
  await notes.show({ id: 'a', rev: 1 });
  fails = false;
  for (let times = 0; times < 3; times++) await notes.show({ id: 'a', rev: 1 });
  expect([asked, notes.text]).toEqual([2, 'Mine']);
  await notes.show({ id: 'a', rev: 2 });
  expect(asked).toBe(3);
});
