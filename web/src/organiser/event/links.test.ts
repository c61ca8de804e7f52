// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { expect, test } from 'vitest';
import { eventually } from '../../eventually.ts';
import { Router } from '../router.svelte.ts';
import { Session } from '../session.svelte.ts';
import EventPage from './EventPage.svelte';
import { FakeLine, open } from './fakes.svelte.ts';
import { Links } from './links.svelte.ts';

const room = (secret: number) => ({
  id: 'room',
  name: 'Main hall',
  stage: `/stage/e/room#s${secret}`,
  remote: `/remote/e/room#r${secret}`,
});

test('links that were replaced on another page are there at once, and numbers cost no request', async () => {
  let secret = 1;
  let asked = 0;
  const session = new Session((async () => (asked++, { rooms: [room(secret)] })) as never);
  session.state = 'signedIn';
  const line = new FakeLine([open('b')]);
  const page = mount(EventPage, { target: document.body, props: { event: 'e', line, session, router: new Router() } });
  flushSync();
  [...document.querySelectorAll('button')].find((each) => each.textContent!.trim() === 'Share')!.click();
  const stage = () =>
    [...document.querySelectorAll('a')].find((each) => each.textContent!.includes('Open stage'))?.getAttribute('href');
  await eventually('the link is shown', () => (flushSync(), stage() === '/stage/e/room#s1'));
  const before = asked;
  for (let joined = 1; joined < 20; joined++) {
    line.state = { ...line.state!, presence: { joined, here: joined } };
    flushSync();
  }
  expect(asked).toBe(before);
  secret = 2;
  line.say({});
  await eventually('the new link is shown', () => (flushSync(), stage() === '/stage/e/room#s2'));
  await unmount(page);
  document.body.innerHTML = '';
});

test('asked while an answer is on its way, it asks once more, for that answer may be old', async () => {
  const answers: ((value: unknown) => void)[] = [];
  const links = new Links({ call: () => new Promise((done) => answers.push(done as never)) }, 'e');
  const first = links.load();
  void links.load();
  void links.load();
  expect(answers).toHaveLength(1);
  answers[0]!({ rooms: [room(1)] });
  await eventually(
    'it asks again',
    () => answers.length === 2,
    () => answers.length,
  );
  answers[1]!({ rooms: [room(2)] });
  await first;
  expect(links.of('room')).toEqual(room(2));
  expect(answers).toHaveLength(2);
});
