import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beside, type Snapshot } from './activity.ts';
import type {
  AttendeeQuestions,
  AttendeeSnapshot,
  OrganiserSnapshot,
  Poll,
  ServerMessage,
  StageSnapshot,
  PollTally,
} from './messages.gen.ts';
import { activities, older, reduce } from './state.ts';

const poll = (round: number, results: Poll['results'], tally: PollTally | null): Poll => ({
  kind: 'poll',
  id: 'p',
  round,
  question: 'Q?',
  maxChoices: 1,
  abstain: null,
  state: 'open',
  results,
  tally,
  options: [
    { id: 'a', text: 'A', exclusive: false },
    { id: 'b', text: 'B', exclusive: false },
  ],
});
const tally = (version: number, round = 1, result: number[] | null = [version, 0]): PollTally => ({
  round,
  version,
  result,
  voted: version,
  abstained: 0,
  late: 0,
  answers: version,
  connected: 99,
});
const presence = { joined: 3, here: 2 };
const attendee = (version: number, activity: Poll | null, epoch = 'e'): AttendeeSnapshot => ({
  type: 'attendeeSnapshot',
  epoch,
  version,
  event: { id: 'x', name: 'X' },
  room: { id: 'r', name: 'R' },
  kinds: ['poll'],
  activity,
  beside: [],
  presence,
  store: 'ok',
});
const join = { code: 'C', host: 'h', url: 'u', qr: 'q' };
const stage = (version: number, activity: Poll | null): StageSnapshot => ({
  ...attendee(version, activity),
  type: 'stageSnapshot',
  view: 'activity',
  beside: [],
  position: { index: 1, of: 1 },
  look: { theme: 'dark', byResult: false, zoom: 100 },
  join,
});
const organiser = (version: number, runOrder: Poll[]): OrganiserSnapshot => ({
  type: 'organiserSnapshot',
  epoch: 'e',
  version,
  presence,
  store: 'ok',
  join,
  event: {
    id: 'x',
    name: 'X',
    startsOn: '2027-03-08',
    endsOn: '2027-03-08',
    timeZone: 'UTC',
    frameOrigins: [],
    rev: 0,
    code: 'C',
  },
  room: { id: 'r', name: 'R', rev: 0, view: 'join', activity: null, byResult: false, zoom: 100, theme: 'dark' },
  runOrder: runOrder.map((each) => ({ ...each, rev: 0, chosen: each.results, hasVotes: false, anonymised: false })),
  beside: [],
});
const frame = (t: PollTally, epoch = 'e'): ServerMessage => ({ type: 'tally', epoch, activity: 'p', tally: t });
const polls = (state: Snapshot) => activities(state).filter((activity) => activity.kind === 'poll');
const result = (state: Snapshot | null) => (state ? polls(state)[0]?.tally?.result : undefined);

describe('the state of a page', () => {
  test('is nothing before the first snapshot', () => {
    expect(reduce('attendeeSnapshot', null, frame(tally(1)))).toBeNull();
  });

  test('ignores an older snapshot, takes one of another epoch whole', () => {
    const shown = attendee(5, null);
    expect(reduce('attendeeSnapshot', shown, attendee(4, poll(1, 'hidden', null)))).toBe(shown);
    const other = attendee(1, poll(1, 'everyone', tally(1)), 'f');
    expect(reduce('attendeeSnapshot', shown, other)).toBe(other);
  });

  test('ignores numbers of another epoch, round or poll', () => {
    const shown = attendee(5, poll(2, 'everyone', tally(9, 2)));
    for (const message of [
      frame(tally(10, 1)),
      frame(tally(10, 2), 'f'),
      { ...frame(tally(10, 2)), activity: 'q' } as ServerMessage,
      { type: 'presence', epoch: 'f', presence: { joined: 0, here: 0 } } as ServerMessage,
    ]) {
      expect(reduce('attendeeSnapshot', shown, message)).toBe(shown);
    }
  });

  test('never shows counts again that were hidden from this audience', () => {
    const forStage = reduce('stageSnapshot', stage(5, poll(1, 'hidden', tally(3, 1, null))), frame(tally(4)));
    expect(result(forStage)).toBeNull();
    expect(polls(forStage!)[0]?.tally?.voted).toBe(4);
    const forPhone = attendee(5, poll(1, 'stage', null));
    expect(reduce('attendeeSnapshot', forPhone, frame(tally(4)))).toBe(forPhone);
    const hidden = reduce(
      'stageSnapshot',
      stage(5, poll(1, 'stage', tally(9))),
      stage(6, poll(1, 'hidden', tally(8, 1, null))),
    );
    expect(result(hidden)).toBeNull();
  });

  test('shows counts when they are revealed, even by a snapshot made before the newest numbers', () => {
    const shown = stage(5, poll(1, 'hidden', tally(9, 1, null)));
    expect(result(reduce('stageSnapshot', shown, stage(6, poll(1, 'stage', tally(8)))))).toEqual([8, 0]);
  });

  test('starts at zero after a reset', () => {
    const shown = organiser(5, [poll(1, 'stage', tally(40))]);
    expect(result(reduce('organiserSnapshot', shown, organiser(6, [poll(2, 'stage', tally(1, 2, [0, 0]))])))).toEqual([
      0, 0,
    ]);
  });

  test('says when the store is away', () => {
    expect(reduce('attendeeSnapshot', attendee(1, null), { type: 'store', status: 'away' })?.store).toBe('away');
  });

  test('O4 follows the reason for organisers, and forgets it when the store is back', () => {
    const away = reduce('organiserSnapshot', organiser(1, []), { type: 'store', status: 'away', reason: 'a' });
    const other = reduce('organiserSnapshot', away, { type: 'store', status: 'away', reason: 'b' });
    expect([away?.storeReason, other?.storeReason]).toEqual(['a', 'b']);
    expect(reduce('organiserSnapshot', other, { type: 'store', status: 'ok' })).toMatchObject({
      store: 'ok',
      storeReason: undefined,
    });
  });
});

describe.each(['attendeeSnapshot', 'stageSnapshot', 'organiserSnapshot'] as const)(
  '%s, frames in any order, lost or twice',
  (kind) => {
    const make = (version: number, t: PollTally) => {
      const activity = poll(1, 'everyone', t);
      return kind === 'attendeeSnapshot'
        ? attendee(version, activity)
        : kind === 'stageSnapshot'
          ? stage(version, activity)
          : organiser(version, [activity]);
    };
    const frames = fc.array(
      fc.oneof(
        fc
          .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 30 }))
          .map(([v, t]): ServerMessage => make(v, tally(t))),
        fc.integer({ min: 1, max: 30 }).map((v): ServerMessage => frame(tally(v))),
      ),
      { maxLength: 30 },
    );

    test('never go back, and end at the newest that arrived', () => {
      fc.assert(
        fc.property(frames, (messages) => {
          let state: ReturnType<typeof reduce> = null;
          let newest = 0;
          for (const message of messages) {
            const before = state;
            state = reduce(kind, state, message);
            if (!state) continue;
            const shown = polls(state)[0]!.tally!;
            if (message.type === kind ? !before || message.version >= before.version : message.type === 'tally') {
              newest = Math.max(
                newest,
                message.type === 'tally' ? message.tally.version : polls(message as never)[0]!.tally!.version,
              );
            }
            expect(state.version).toBeGreaterThanOrEqual(before?.version ?? 0);
            expect(shown.version).toBe(newest);
            expect(shown.result).toEqual([shown.version, 0]);
          }
        }),
      );
    });

    test('the same frame twice changes nothing', () => {
      fc.assert(
        fc.property(frames, (messages) => {
          const once = messages.reduce<ReturnType<typeof reduce>>((state, m) => reduce(kind, state, m), null);
          const twice = messages.reduce<ReturnType<typeof reduce>>(
            (state, m) => reduce(kind, reduce(kind, state, m), m),
            null,
          );
          expect(twice).toEqual(once);
        }),
      );
    });
  },
);

test('upvotes of the live question are renewed with the totals, those of another are not', () => {
  const item = { n: 3, text: 'And part-time?', minute: 30_211_440, up: 1, state: 'live' as const };
  const heard = (n: number, up: number) =>
    ({
      type: 'questionTotals',
      epoch: 'e',
      activity: 'q',
      round: 1,
      totals: { published: 4, answered: 0 },
      live: { n, up },
    }) as ServerMessage;
  const questions = {
    kind: 'qa',
    id: 'q',
    round: 1,
    totals: { published: 1, answered: 0 },
    live: item,
  } as unknown as AttendeeQuestions;
  const shown: AttendeeSnapshot = { ...attendee(1, null), beside: [questions] };
  const after = (message: ServerMessage) => beside(reduce('attendeeSnapshot', shown, message), 'qa')!;
  expect(after(heard(3, 7)).live).toEqual({ ...item, up: 7 });
  expect(after(heard(4, 7)).live).toEqual(item);
  expect(after(heard(4, 7)).totals.published).toBe(4);
});

test('totals of reactions reach screens; phones, which are told none, stay as they are', () => {
  const totals = { clap: 3, heart: 0, idea: 0, question: 0 };
  const heard = (more: object = {}) =>
    ({ type: 'reactions', epoch: 'e', activity: 'x', added: totals, ...more }) as ServerMessage;
  const shown: StageSnapshot = {
    ...stage(1, null),
    beside: [{ kind: 'reactions', id: 'x', totals: { ...totals, clap: 1 } }],
  };
  expect(beside(reduce('stageSnapshot', shown, heard({ totals })), 'reactions')!.totals).toEqual(totals);
  expect(reduce('stageSnapshot', shown, heard({ totals, activity: 'other' }))).toBe(shown);
  expect(reduce('stageSnapshot', shown, heard({ totals, epoch: 'f' }))).toBe(shown);
  const phone: AttendeeSnapshot = { ...attendee(1, null), beside: [{ kind: 'reactions', id: 'x' }] };
  expect(reduce('attendeeSnapshot', phone, heard())).toBe(phone);
});

test('what is of a kind this page does not know stays as the server says it', () => {
  const bell = { kind: 'bell', id: 'b', rings: 1 } as never;
  const shown: AttendeeSnapshot = { ...attendee(1, poll(1, 'everyone', tally(1))), beside: [bell] };
  const after = reduce('attendeeSnapshot', shown, frame(tally(2)))!;
  expect(result(after)).toEqual([2, 0]);
  expect(after.beside).toEqual([bell]);
  expect(older(after)).toBe(true);
  const newer = { ...shown, version: 2, activity: { ...(bell as object), rings: 2 } as never, beside: [] };
  expect(reduce('attendeeSnapshot', after, newer)).toEqual(newer);
  expect([older(newer), older(attendee(1, null)), older(null)]).toEqual([true, false, false]);
});
