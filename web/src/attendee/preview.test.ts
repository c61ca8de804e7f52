import { expect, test } from 'vitest';
import { beside } from '../protocol/activity.ts';
import { FakeClock } from '../protocol/fakes.ts';
import type {
  ClientMessage,
  OrganiserPoll,
  OrganiserQuestions,
  OrganiserSnapshot,
  ServerMessage,
} from '../protocol/messages.gen.ts';
import { asAttendee, rehearse } from './preview.ts';

const tally = { round: 1, version: 1, result: [1, 0], voted: 1, abstained: 0, late: 0, answers: 1, connected: 3 };
const poll = (id: string, state: OrganiserPoll['state'], results: OrganiserPoll['results']): OrganiserPoll => ({
  kind: 'poll',
  id,
  round: 1,
  question: 'Q?',
  maxChoices: 1,
  abstain: null,
  state,
  results,
  chosen: results,
  tally,
  rev: 1,
  hasVotes: true,
  anonymised: state === 'final',
  options: [
    { id: 'a', text: 'A', exclusive: false },
    { id: 'b', text: 'B', exclusive: false },
  ],
});
const snapshot = (activity: string | null, ...runOrder: OrganiserPoll[]): OrganiserSnapshot => ({
  type: 'organiserSnapshot',
  epoch: 'e',
  version: 1,
  runOrder,
  beside: [],
  presence: { joined: 1, here: 1 },
  store: 'ok',
  event: {
    id: 'e',
    name: 'E',
    startsOn: '2027-03-08',
    endsOn: '2027-03-08',
    timeZone: 'UTC',
    frameOrigins: [],
    rev: 0,
    code: 'C',
  },
  room: { id: 'r', name: 'R', rev: 0, view: 'activity', activity, byResult: false, zoom: 100, theme: 'dark' },
  join: { code: 'C', host: 'h', url: 'u', qr: 'q' },
});

test('the open poll first, without numbers that attendees may not see', () => {
  const seen = asAttendee(snapshot('q', poll('q', 'locked', 'everyone'), poll('p', 'open', 'stage')));
  expect(seen.activity).toMatchObject({ id: 'p', tally: null });
  expect(seen.activity).not.toHaveProperty('rev');
});

test('else the locked one on stage, else nothing; never a draft', () => {
  expect(asAttendee(snapshot('q', poll('q', 'locked', 'everyone'))).activity).toMatchObject({ id: 'q', tally });
  expect(asAttendee(snapshot(null, poll('q', 'locked', 'everyone'))).activity).toBeNull();
  expect(asAttendee(snapshot('q', poll('q', 'draft', 'everyone'))).activity).toBeNull();
  expect(asAttendee(snapshot('q', poll('q', 'final', 'everyone'))).activity).toMatchObject({ state: 'final', tally });
  expect(asAttendee(snapshot('q', { ...poll('q', 'final', 'everyone'), anonymised: false })).activity).toMatchObject({
    state: 'locked',
  });
});

test('once the event has ended, that, with as many results as everybody may read', () => {
  const going = snapshot(null, poll('p', 'final', 'everyone'));
  expect(asAttendee(going)).not.toHaveProperty('over');
  const runOrder = [
    poll('p', 'final', 'everyone'),
    poll('q', 'final', 'stage'),
    poll('r', 'locked', 'everyone'),
    { ...poll('s', 'final', 'everyone'), anonymised: false },
  ];
  for (const phase of ['ended', 'finalised'] as const) {
    const ended = { ...going, runOrder, event: { ...going.event, phase } };
    expect(asAttendee(ended).over).toEqual({ by: 'end', results: 1 });
  }
});

test('questions as attendees have them while they are on, without what only organisers know', () => {
  const counts = { waiting: 4, published: 2, live: 1, answered: 3, declined: 5, merged: 1, archived: 0, withdrawn: 0 };
  const questions = (over: Partial<OrganiserQuestions> = {}): OrganiserQuestions => ({
    kind: 'qa',
    id: 'q',
    round: 2,
    rev: 7,
    state: 'open',
    anonymised: false,
    asking: true,
    check: 'before',
    names: 'choice',
    maxLength: 300,
    perPerson: 5,
    openCounts: true,
    live: null,
    counts,
    ...over,
  });
  const seen = (over?: Partial<OrganiserQuestions>) =>
    beside(asAttendee({ ...snapshot(null), beside: [questions(over)] }), 'qa');
  expect(seen()).toEqual({
    kind: 'qa',
    id: 'q',
    round: 2,
    state: 'open',
    asking: true,
    check: 'before',
    names: 'choice',
    maxLength: 300,
    perPerson: 5,
    live: null,
    totals: { published: 3, answered: 3 },
  });
  expect(seen({ state: 'draft' })).toBeNull();
  expect(seen({ state: 'final' })?.state).toBe('locked');
  expect(seen({ state: 'final', anonymised: true })?.state).toBe('final');
});

test('reactions while they are on', () => {
  const seen = (on: boolean) =>
    asAttendee({
      ...snapshot(null),
      beside: [{ kind: 'reactions', id: 'x', rev: 1, on, totals: { clap: 3, heart: 0, idea: 0, question: 0 } }],
    }).beside;
  expect(seen(true)).toEqual([{ kind: 'reactions', id: 'x' }]);
  expect(seen(false)).toEqual([]);
});

test('a preview reads the public list and tells the server nothing else', () => {
  const sent: ClientMessage[] = [];
  const answers: ServerMessage[] = [];
  const clock = new FakeClock();
  const send = rehearse(
    clock,
    (message) => sent.push(message) > 0,
    (message) => answers.push(message),
  );
  const watch: ClientMessage = { type: 'watchQuestions', ref: 1, activity: 'q', on: true, order: 'popular' };
  send(watch);
  send({
    type: 'castVote',
    ref: 2,
    activity: 'p',
    round: 1,
    vote: 'v',
    seq: 1,
    answer: ['a'],
    abstain: false,
    heldMs: 0,
  });
  send({ type: 'castUpvote', ref: 3, activity: 'q', round: 1, n: 9, seq: 1, on: true });
  send({ type: 'react', activity: 'x', kind: 'clap', count: 2 });
  send({ type: 'askQuestion', ref: 4, activity: 'q', round: 1, question: 'i', text: 'Why?', name: null });
  clock.advance(1_000);
  expect(sent).toEqual([watch]);
  expect(answers).toMatchObject([
    { type: 'voteCounted', ref: 2, seq: 1 },
    { type: 'upvoteCounted', ref: 3, n: 9, on: true },
  ]);
});
