// For tests: the page of a room with questions, steered by hand.
import { beside } from '../../../protocol/activity.ts';
import { flushSync, mount } from 'svelte';
import { eventually } from '../../../eventually.ts';
import { FakeClock, FakeStorage } from '../../../protocol/fakes.ts';
import type {
  AttendeeQuestions,
  AttendeeSnapshot,
  ClientMessage,
  OwnQuestion,
  Poll,
  QuestionItem,
  ServerMessage,
} from '../../../protocol/messages.gen.ts';
import type { Status } from '../../../protocol/status.ts';
import { Ballots } from '../../../voting/ballots.svelte.ts';
import Room from '../../../attendee/Room.svelte';
import { props } from '../../../attendee/testing.svelte.ts';
import { Door } from './door.svelte.ts';

export const item = (n: number, up: number, over: Partial<QuestionItem> = {}): QuestionItem => ({
  n,
  up,
  text: `Question ${n}?`,
  minute: 30_000_000,
  state: 'published',
  ...over,
});
export const qa = (over: Partial<AttendeeQuestions> = {}): AttendeeQuestions => ({
  kind: 'qa',
  id: 'q',
  round: 1,
  state: 'open',
  asking: true,
  check: 'before',
  names: 'choice',
  maxLength: 50,
  perPerson: 10,
  totals: { published: 3, answered: 0 },
  live: null,
  ...over,
});
export const poll: Poll = {
  kind: 'poll',
  id: 'p',
  round: 1,
  question: 'Which?',
  maxChoices: 1,
  abstain: null,
  state: 'open',
  results: 'hidden',
  tally: null,
  options: ['A', 'B'].map((text) => ({ id: text, text, exclusive: false })),
};
export const snapshot = (questions?: AttendeeQuestions, activity: Poll | null = null): AttendeeSnapshot => ({
  type: 'attendeeSnapshot',
  epoch: 'e',
  version: 1,
  event: { id: 'x', name: 'Conference' },
  room: { id: 'r', name: 'Main hall' },
  kinds: ['poll'],
  activity,
  beside: questions ? [questions] : [],
  presence: { joined: 3, here: 2 },
  store: 'ok',
});

interface Given {
  room: null;
  snapshot: AttendeeSnapshot;
  status: Status;
  ballots: Ballots;
  beside: Door[];
}
export function show(first: AttendeeSnapshot, storage = new FakeStorage()) {
  const sent: ClientMessage[] = [];
  const clock = new FakeClock();
  const kept = {
    event: 'x',
    owner: 'me',
    storage,
    clock,
    random: () => 0.5,
    newId: () => `id-${sent.length}-0123456789abc`,
    send: (message: ClientMessage) => sent.push(message) > 0,
    nextRef: () => sent.length + 1,
  };
  const ballots = new Ballots({ ...kept, newVoteId: kept.newId, wayMs: () => 0 }, () => null);
  const door = new Door(kept, () => beside(given.snapshot, 'qa'));
  const status: Status = { kind: 'live' };
  const given: Given = props({ room: null, snapshot: first, status, ballots, beside: [door] });
  const app = mount(Room, { target: document.body, props: given });
  door.connected();
  flushSync();
  const say = (message: ServerMessage) => (door.receive(message), flushSync());
  const ref = () => sent.at(-1) as { ref: number };
  const head = (items: QuestionItem[], order: 'popular' | 'recent' = 'popular', more = false) =>
    say({
      type: 'questionsHead',
      ref: ref().ref,
      activity: 'q',
      round: 1,
      feed: 'f',
      frame: 0,
      newest: items.length,
      order,
      items,
      more,
    });
  const own = (items: OwnQuestion[], left = 9) =>
    say({ type: 'ownQuestions', epoch: 'e', activity: 'q', round: 1, items, left });
  const offline = () => ((given.status = { kind: 'offline' }), door.lost(), flushSync());
  return { app, given, sent, say, head, own, offline, clock, storage, door };
}
export const text = () => document.body.textContent!.replace(/\s+/g, ' ');
export const button = (name: RegExp) =>
  [...document.querySelectorAll('button')].find((each) => name.test(each.textContent!.replace(/\s+/g, ' ')))!;
export const click = (element: Element | null) => ((element as HTMLElement).click(), flushSync());
/** Opens the list of one's own. */
export const yours = () => click(button(/^Yours/));
export const cards = () => [...document.querySelectorAll('li.card .text')].map((each) => each.textContent);
export const up = (n: number) =>
  [...document.querySelectorAll('li.card')]
    .find((card) => card.textContent!.includes(`Question ${n}?`))!
    .querySelector('.up')!;
export const box = () => document.querySelector<HTMLTextAreaElement>('#ask')!;
export const write = (words: string) => (
  (box().value = words),
  box().dispatchEvent(new Event('input', { bubbles: true })),
  flushSync()
);
export async function tab(shown: { door: Door }): Promise<void> {
  click(button(/^\s*Questions/));
  await eventually('the tab is loaded', () => shown.door.chunk !== null);
  flushSync();
}
