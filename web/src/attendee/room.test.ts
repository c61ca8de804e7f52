// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { eventually } from '../eventually.ts';
import { FakeClock, FakeStorage } from '../protocol/fakes.ts';
import type { AttendeeSnapshot, CastVote, Poll } from '../protocol/messages.gen.ts';
import type { Status } from '../protocol/status.ts';
import { OLDER } from '../ui/older.ts';
import { Ballots } from '../voting/ballots.svelte.ts';
import { viewOf } from './kinds.ts';
import Room from './Room.svelte';
import { props } from './testing.svelte.ts';

const poll = (more: Partial<Poll> = {}): Poll => ({
  kind: 'poll',
  id: 'p',
  round: 1,
  question: 'Which of these have you used?',
  maxChoices: 2,
  abstain: 'Prefer not to say',
  state: 'open',
  results: 'hidden',
  tally: null,
  options: [
    ['a', 'Job share'],
    ['b', 'Part-time'],
    ['c', 'Career break'],
    ['d', 'None of these'],
  ].map(([id, text]) => ({ id: id!, text: text!, exclusive: id === 'd' })),
  ...more,
});
const snapshot = (activity: Poll | null): AttendeeSnapshot => ({
  type: 'attendeeSnapshot',
  epoch: 'e',
  version: 1,
  event: { id: 'x', name: 'Conference' },
  room: { id: 'r', name: 'Main hall' },
  kinds: ['poll'],
  activity,
  beside: [],
  presence: { joined: 3, here: 2 },
  store: 'ok',
});

interface Given {
  room: null;
  snapshot: AttendeeSnapshot;
  status: Status;
  ballots: Ballots;
}

let sent: CastVote[];
let shown: ReturnType<typeof show>;
let pageTime = 0;
beforeEach(() => {
  sent = [];
  vi.spyOn(performance, 'now').mockImplementation(() => (pageTime += 1_000));
});
afterEach(() => {
  vi.useRealTimers();
  sessionStorage.clear();
  return unmount(shown.app);
});

function show(activity: Poll | null) {
  document.body.innerHTML = '';
  const onScreen = (): string | null => {
    const { activity: seen } = given.snapshot;
    return seen && `${seen.id}:${seen.round}`;
  };
  const ballots: Ballots = new Ballots(
    {
      event: 'x',
      owner: 'me',
      storage: new FakeStorage(),
      clock: new FakeClock(),
      random: () => 0.5,
      newVoteId: () => `vote-${sent.length}-0123456789`,
      send: (message) => sent.push(message) > 0,
      nextRef: () => sent.length + 1,
      wayMs: () => 0,
    },
    onScreen,
  );
  const status: Status = { kind: 'live' };
  const given: Given = props({ room: null, snapshot: snapshot(activity), status, ballots });
  ballots.connected();
  const app = mount(Room, { target: document.body, props: given });
  flushSync();
  return { app, given, ballots };
}
const text = () => document.body.textContent!.replace(/\s+/g, ' ');
const click = (element: Element | null | undefined) => ((element as HTMLElement).click(), flushSync());
const button = (name: string) => [...document.querySelectorAll('button')].find((each) => each.textContent === name);
const option = (name: string) =>
  [...document.querySelectorAll('label')].find((each) => each.textContent?.trim() === name)!.querySelector('input')!;
const update = (activity: Poll | null) => ((shown.given.snapshot = snapshot(activity)), flushSync());
const count = () => {
  const { ref, activity, round, vote, seq } = sent.at(-1)!;
  shown.ballots.receive({ type: 'voteCounted', ref, activity, round, vote, seq, receipt: '7F4KQ-2MX9A' });
  flushSync();
};

describe('the room on a phone', () => {
  test('waits with the name of the event; a room that is the only one is not named', () => {
    shown = show(null);
    expect(text()).toContain('Waiting for the first poll');
    expect(text()).toContain('You are in Conference.');
    expect(text()).not.toContain('Main hall');
    const [room, other] = [
      { id: 'r', name: 'Main hall' },
      { id: 's', name: 'Library' },
    ];
    shown.given.snapshot = { ...snapshot(null), rooms: [room, other] };
    flushSync();
    expect(document.querySelector('.top b')!.textContent).toBe('Main hall');
    expect(text(), 'the event is named as well').toContain('Conference');
  });

  test('E12: who has just joined is not told that nobody is here', () => {
    shown = show(null);
    expect(text()).toContain('Connected · 2 here');
    shown.given.snapshot = { ...snapshot(null), presence: { joined: 1, here: 0 } };
    flushSync();
    expect(text()).not.toContain('0 here');
  });

  test('E12: a server that restarts is not taken for a network that is gone', () => {
    shown = show(poll());
    shown.given.status = { kind: 'offline', restarting: true };
    shown.ballots.lost();
    flushSync();
    expect(text()).toContain('Restarting');
    click(option('Job share'));
    click(button('Vote'));
    expect(text()).toContain('We send it when the server has restarted and tell you here.');
    expect(text()).not.toContain('network');
  });

  test('what is newer than the page is said to be so', () => {
    shown = show({ kind: 'bell', id: 'b', round: 1, state: 'open' } as never);
    expect(document.querySelector('main h1')!.textContent).toBe(OLDER);
    expect(text()).not.toContain('appears here by itself');
    update(poll());
    expect(document.querySelector('fieldset legend h1')).not.toBeNull();
  });

  test('a poll opens without taking the focus, as a group with a name', () => {
    shown = show(null);
    const before = document.activeElement;
    update(poll());
    expect(document.activeElement).toBe(before);
    expect(document.querySelector('fieldset legend h1')?.textContent).toBe('Which of these have you used?');
    expect(document.querySelectorAll('fieldset input[type=checkbox]')).toHaveLength(5);
  });

  test('votes, is told so, and changes the vote', async () => {
    shown = show(poll());
    click(option('Job share'));
    click(option('Part-time'));
    click(button('Vote'));
    expect(sent.at(-1)).toMatchObject({ answer: ['a', 'b'], abstain: false, seq: 1 });
    expect(text()).toContain('Sending your vote. Job share, Part-time.');
    count();
    expect(text()).toContain('Counted. Job share, Part-time. Receipt 7F4KQ-2MX9A');
    click(button('Change my vote'));
    expect(option('Part-time').checked).toBe(true);
    click(option('None of these'));
    expect(option('Part-time').checked).toBe(false);
    click(button('Vote'));
    expect(sent.at(-1)).toMatchObject({ answer: ['d'], seq: 2 });
  });

  test('an empty vote and one option too many are explained, and nothing is sent', () => {
    shown = show(poll());
    click(button('Choose, then vote'));
    expect(document.querySelector('[role=alert]')?.textContent).toBe('Choose an answer first.');
    for (const name of ['Job share', 'Part-time', 'Career break']) click(option(name));
    expect(document.querySelector('[role=alert]')?.textContent).toBe('You can choose up to 2. Take one away first.');
    expect(option('Career break').checked).toBe(false);
    expect(sent).toEqual([]);
  });

  test('abstains', () => {
    shown = show(poll({ maxChoices: 1 }));
    click(option('Prefer not to say'));
    click(button('Vote'));
    expect(sent.at(-1)).toMatchObject({ answer: [], abstain: true });
  });

  test('says that a vote waits when there is no connection', () => {
    shown = show(poll());
    shown.given.status = { kind: 'offline' };
    shown.ballots.lost();
    flushSync();
    click(option('Job share'));
    click(button('Vote'));
    expect(sent).toEqual([]);
    expect(text()).toContain(
      'Your vote is waiting on this phone. Job share. We send it when the network is back and tell you here.',
    );
  });

  test('shows the result with one’s own vote when it is revealed, and a new round after a reset', async () => {
    shown = show(poll());
    click(option('Job share'));
    click(button('Vote'));
    count();
    update(
      poll({
        results: 'everyone',
        state: 'locked',
        tally: {
          round: 1,
          version: 2,
          result: [3, 1, 0, 0],
          voted: 4,
          abstained: 1,
          late: 0,
          answers: 5,
          connected: 9,
        },
      }),
    );
    expect(text(), 'in words until the bars are here').toContain('Result: Job share 75% (3)');
    await eventually('the result is loaded', () => document.querySelector('table') !== null);
    expect(document.querySelector('table')?.textContent).toContain('Job share, leading, your vote');
    expect(text()).toContain('Percentages of the 4 people who voted, several choices each. Prefer not to say: 1.');
    expect(button('Change my vote')).toBeUndefined();
    update(poll({ round: 2 }));
    expect(text()).toContain('The organiser reset this poll.');
    expect(option('Job share').checked).toBe(false);
  });

  test('what kinds of the run order need is asked for once people wait, a kind that is added too, and no other', () => {
    vi.useFakeTimers();
    const { part, later } = viewOf(poll())!;
    const asked = [vi.spyOn(part, 'load'), vi.spyOn(later!, 'load')];
    const times = () => asked.map(({ mock }) => mock.calls.length);
    shown = show(null);
    const hear = (...kinds: string[]) => {
      shown.given.snapshot = { ...snapshot(null), kinds };
      flushSync();
    };
    hear('newer');
    vi.advanceTimersByTime(60_000);
    expect(times()).toEqual([0, 0]);
    for (let at = 0; at < 5_000; at += 500) {
      hear('newer', 'poll'); // snapshots that follow each other postpone nothing
      vi.advanceTimersByTime(500);
    }
    expect(times()).toEqual([1, 1]);
  });

  test('C6: what is ticked and not sent is there after a reload, until it is voted', () => {
    shown = show(poll());
    click(option('Job share'));
    click(option('Part-time'));
    const again = () => (void unmount(shown.app), (shown = show(poll())));
    again();
    expect(['Job share', 'Part-time', 'Career break'].map((name) => option(name).checked)).toEqual([true, true, false]);
    click(button('Vote'));
    expect(sent.at(-1)).toMatchObject({ answer: ['a', 'b'] });
    again(); // this phone knows nothing of a vote now, in a storage of its own
    expect(option('Job share').checked).toBe(false);
  });

  test('C6: a vote that was being changed is being changed after a reload', () => {
    shown = show(poll());
    click(option('Job share'));
    click(button('Vote'));
    count();
    click(button('Change my vote'));
    click(option('Career break'));
    click(button('Leave it as it is'));
    click(button('Change my vote'));
    expect(option('Career break').checked, 'left as it was').toBe(false);
  });

  test('C6: who had ticked something is told that the question was changed', () => {
    const reworded = poll({ options: poll().options.map((each) => ({ ...each, text: `${each.text}!` })) });
    shown = show(poll());
    update(reworded);
    expect(text(), 'nothing was ticked').not.toContain('This question was changed.');
    click(option('Job share!'));
    update(poll());
    expect(text()).toContain('This question was changed. Please answer it again.');
    expect(option('Job share').checked).toBe(false);
    click(option('Career break'));
    expect(text()).not.toContain('This question was changed.');
    void unmount(shown.app);
    shown = show(reworded);
    expect(text(), 'while the page was away').toContain('This question was changed. Please answer it again.');
    expect(option('Career break!').checked).toBe(false);
    update({ ...reworded, state: 'locked' });
    update(reworded);
    expect(option('Career break!').checked).toBe(false);
  });

  test('an answer about a poll that is gone from the screen is told', async () => {
    shown = show(poll());
    click(option('Job share'));
    click(button('Vote'));
    update(poll({ id: 'q', question: 'Next?' }));
    await eventually('its words are here', () => text().includes('waiting on this phone'));
    expect(text()).toContain('Your vote is waiting on this phone. “Which of these have you used?”: Job share.');
    count();
    expect(text()).toContain('Your vote on “Which of these have you used?” arrived in time.');
  });
});
