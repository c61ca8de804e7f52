import type { Poll, StageSnapshot } from '../protocol/messages.gen.ts';

/** For tests: a poll on stage, and a stage it is on. */
export const poll: Poll = {
  kind: 'poll',
  id: 'p',
  round: 1,
  question: 'What <b>first</b>?',
  maxChoices: 1,
  abstain: 'Prefer not to say',
  state: 'open',
  results: 'stage',
  options: ['Culture', 'Mentoring'].map((text, index) => ({ id: `${index}`, text, exclusive: false })),
  tally: { round: 1, version: 1, result: [30, 10], voted: 40, abstained: 5, late: 0, answers: 45, connected: 60 },
};
export const snapshot = (over: Partial<StageSnapshot> = {}): StageSnapshot => ({
  type: 'stageSnapshot',
  epoch: 'e',
  version: 1,
  event: { id: 'ev', name: 'Conference' },
  room: { id: 'r', name: 'Hall' },
  view: 'activity',
  activity: poll,
  beside: [],
  position: { index: 1, of: 1 },
  look: { theme: 'dark', byResult: false, zoom: 100 },
  join: { code: 'H7K2MQ', host: 'vote.example.org', url: 'https://vote.example.org/j/H7K2MQ', qr: '/qr/H7K2MQ.svg' },
  presence: { joined: 60, here: 50 },
  store: 'ok',
  ...over,
});
