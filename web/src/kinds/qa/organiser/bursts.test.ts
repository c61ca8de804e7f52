// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { CommandError } from '../../../protocol/commands.ts';
import { acts, beside, click, line, rows, server, settle, show, text, three } from './testing.ts';

const MINUTE = 30_211_440;
const burst = { minute: MINUTE, until: MINUTE + 1, people: 501, undecided: 3, aside: 0 };

async function appears() {
  await show(three());
  server.bursts = [burst];
  server.put();
  await settle();
}

test('O9 a burst of newcomers is told with its minutes, and set aside in two presses', async () => {
  await appears();
  expect(text()).toContain('501 new people asked at once.');
  expect(text()).toMatch(/They came from \d\d:\d\d to \d\d:\d\d and asked 3 questions that nobody has decided on/);
  await click('Set aside…');
  expect(acts()).toEqual([]);
  expect(text()).toContain('Nothing is deleted');
  await click('Set 3 aside');
  expect(acts()).toMatchObject([{ type: 'setBurstAside', activity: 'qa', minute: MINUTE, aside: true }]);
  expect(rows()).toEqual([]);
  expect(text()).toContain('3 questions set aside.');
});

test('O9 what was set aside is looked at in a list of its own, and brought back', async () => {
  await appears();
  server.put({ ...three()[0]!, id: 'other', state: 'archived' });
  await click('Set aside…');
  await click('Set 3 aside');
  await click('Look at them');
  expect([...beside()].sort()).toEqual(['a', 'b', 'c']);
  await click('Bring back');
  expect(acts().at(-1)).toMatchObject({ type: 'setBurstAside', minute: MINUTE, aside: false });
  expect(rows()).toEqual(['a', 'b', 'c']);
  expect(beside()).toEqual(['other']);
});

test('O9 it can be left, and the notice closed; it comes back when there is something else to decide', async () => {
  await appears();
  await click('Set aside…');
  await click('Cancel');
  await click(/^Close\s*this message/);
  expect(text()).not.toContain('new people');
  server.bursts = [{ ...burst, undecided: 0, aside: 3 }];
  server.put();
  await settle();
  expect(text()).toContain('3 questions set aside.');
});

test('O9 what was not done is said', async () => {
  await appears();
  line.answers.setBurstAside = () => new CommandError('conflict', 'Others are changing these questions right now.');
  await click('Set aside…');
  await click('Set 3 aside');
  expect(rows()).toEqual(['a', 'b', 'c']);
  expect(text()).toContain('Set aside…');
});
