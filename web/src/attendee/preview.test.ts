import { expect, test } from 'vitest';
import type { OrganiserPoll, OrganiserSnapshot } from '../protocol/messages.gen.ts';
import { asAttendee } from './preview.ts';

const tally = { round: 1, version: 1, counts: [1, 0], voted: 1, abstained: 0, late: 0 };
const poll = (id: string, state: OrganiserPoll['state'], results: OrganiserPoll['results']): OrganiserPoll => ({
  kind: 'poll', id, round: 1, question: 'Q?', maxChoices: 1, abstain: null, state, results, tally, rev: 1, hasVotes: true, sealed: state === 'final',
  options: [{ id: 'a', text: 'A', exclusive: false }, { id: 'b', text: 'B', exclusive: false }],
});
const snapshot = (activity: string | null, ...runOrder: OrganiserPoll[]): OrganiserSnapshot => ({
  type: 'organiserSnapshot', epoch: 'e', version: 1, runOrder, presence: { joined: 1, here: 1 }, store: 'ok',
  event: { id: 'e', name: 'E', startsOn: '2027-03-08', endsOn: '2027-03-08', timeZone: 'UTC', frameOrigins: [], rev: 0, code: 'C' },
  room: { id: 'r', name: 'R', rev: 0, view: 'activity', activity }, join: { code: 'C', host: 'h', url: 'u', qr: 'q' },
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
  expect(asAttendee(snapshot('q', { ...poll('q', 'final', 'everyone'), sealed: false })).activity).toMatchObject({ state: 'locked' });
});
