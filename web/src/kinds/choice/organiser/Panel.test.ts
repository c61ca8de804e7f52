// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { Desk } from '../../../organiser/event/desk.svelte.ts';
import { FakeLine, poll } from '../../../organiser/event/fakes.svelte.ts';
import type { OrganiserPoll } from '../../../protocol/messages.gen.ts';
import Panel from './Panel.svelte';

let panel: object | null = null;
afterEach(async () => {
  if (panel) await unmount(panel);
  panel = null;
  document.body.innerHTML = '';
});

const voted: OrganiserPoll = {
  ...poll('a'),
  state: 'locked',
  tally: { round: 1, version: 3, result: [4, 9], voted: 13, abstained: 0, late: 0, answers: 13, connected: 20 },
};
function show(line: FakeLine) {
  const desk = new Desk(line);
  panel = mount(Panel, { target: document.body, props: { desk, activity: voted } });
  flushSync();
}
const chip = () => [...document.querySelectorAll<HTMLButtonElement>('.chip')].find((it) => /Sort/.test(it.textContent));
const names = () => {
  const words = document.body.textContent!;
  const [first, second] = voted.options.map(({ text }) => words.indexOf(text));
  return first! < second! ? 'as given' : 'by votes';
};

test('what the desk sorts is sorted on stage, and what the stage sorts is sorted here', async () => {
  const line = new FakeLine([voted]);
  show(line);
  expect([names(), chip()!.getAttribute('aria-pressed')]).toEqual(['as given', 'false']);
  chip()!.click();
  await Promise.resolve();
  expect(line.sent).toEqual([{ type: 'arrangeStage', room: 'room', byResult: true }]);
  expect(names()).toBe('as given');
  line.say({ room: { ...line.state!.room, byResult: true } });
  flushSync();
  expect([names(), chip()!.getAttribute('aria-pressed')]).toEqual(['by votes', 'true']);
  expect(document.body.textContent).toContain('Sorted here and on stage.');
});

test('who may not arrange the stage sees its order and cannot change it', () => {
  const line = new FakeLine([voted]);
  line.welcome('organiser', ['editActivity']);
  line.say({ room: { ...line.state!.room, byResult: true } });
  show(line);
  expect([names(), chip()]).toEqual(['by votes', undefined]);
});

test('without a connection the chip does nothing', () => {
  const line = new FakeLine([voted]);
  line.status = { kind: 'connecting' };
  show(line);
  chip()!.click();
  expect(line.sent).toEqual([]);
});
