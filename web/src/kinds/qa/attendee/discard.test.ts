// @vitest-environment happy-dom
import { unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { button, click, qa, show, snapshot, tab as opened, text, write, yours } from './testing.ts';

let shown: ReturnType<typeof show>;
const tab = () => opened(shown);
afterEach(async () => {
  await unmount(shown.app);
  document.body.innerHTML = '';
});

const inDialog = (words: string) =>
  [...document.querySelectorAll('dialog button')].find((each) => each.textContent === words)!;
const dialog = () => document.querySelector('dialog')!.textContent!.replace(/\s+/g, ' ');

/** Written without a network; then its asker wants to discard it. */
async function discarding(): Promise<void> {
  shown = show(snapshot(qa()));
  await tab();
  shown.offline();
  write('Why?');
  click(button(/^Send/));
  yours();
  click(button(/^Discard/));
}

test('discards what was never sent, and says so', async () => {
  await discarding();
  expect(dialog()).toContain('It was not sent yet, and never will be.');
  click(inDialog('Discard'));
  expect(text()).not.toContain('waiting on this phone');
  shown.door.connected();
  expect(shown.sent.some(({ type }) => type === 'askQuestion')).toBe(false);
});

test('says nothing of what was discarded, when its turn to be read out comes', async () => {
  shown = show(snapshot(qa()));
  await tab();
  write('Why?');
  click(button(/^Send/));
  shown.offline();
  expect(shown.door.told).toContain('waiting on this phone');
  yours();
  click(button(/^Discard/));
  click(inDialog('Discard'));
  expect(shown.door.told).toBe('');
});

test('discards what may have arrived, says so, and withdraws it when it did', async () => {
  shown = show(snapshot(qa()));
  await tab();
  write('Why?');
  click(button(/^Send/));
  const { question } = shown.sent.at(-1) as { question: string };
  shown.offline();
  yours();
  click(button(/^Discard/));
  expect(dialog()).toContain('It may have arrived already.');
  expect(dialog()).not.toContain('never will be');
  click(inDialog('Discard'));
  expect(text()).not.toContain('waiting on this phone');
  shown.door.connected();
  shown.own([{ question, text: 'Why?', minute: 1, state: 'waiting' }]);
  expect(shown.sent.at(-1)).toMatchObject({ type: 'withdrawQuestion', activity: 'q', question });
  expect(text()).not.toContain('A moderator reads it');
  expect(shown.sent.filter(({ type }) => type === 'askQuestion')).toHaveLength(1);
});

test('withdraws what arrived while somebody made up their mind', async () => {
  await discarding();
  shown.door.connected();
  const { question } = shown.sent.find(({ type }) => type === 'askQuestion') as { question: string };
  shown.own([{ question, text: 'Why?', minute: 1, state: 'waiting' }]);
  expect(dialog()).toContain('Its words are deleted for everybody');
  click(inDialog('Withdraw'));
  expect(shown.sent.at(-1)).toMatchObject({ type: 'withdrawQuestion', question });
});
