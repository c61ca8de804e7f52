// Canned snapshots: every state of stage and remote, without a server.
const word = [
  'Culture change',
  'Flexible working',
  'Mentoring and coaching',
  'Women on boards: 50:50 by 2020',
  'Talent management',
  'Gender pay',
];
const more = [
  'Leadership at every level',
  'Digital skills',
  'Patient voice',
  'Research careers',
  'Wellbeing at work',
  'Night shifts and rotas',
  'Returning after a break',
  'Allies and sponsors',
  'Speaking up safely',
  'Bias in hiring',
  'Part-time leadership',
  'Succession planning',
  'Pay transparency',
  'Networks across regions',
];
const long =
  'A national programme of mentoring and coaching that pairs every newly appointed leader ' +
  'with somebody from another organisation for their first year';
const counts = [118, 74, 61, 33, 21, 11, 9, 8, 7, 6, 5, 4, 4, 3, 3, 2, 1, 1, 0, 0];
const sum = (list) => list.reduce((a, b) => a + b, 0);

export function poll(texts, over = {}) {
  const options = texts.map((text, index) => ({ id: `o${index}`, text, exclusive: false }));
  const given = over.result === undefined ? counts.slice(0, texts.length) : over.result;
  const voted = over.voted ?? (given ? sum(given) : 253);
  const { result: _r, voted: _v, abstained = 0, ...rest } = over;
  return {
    kind: 'poll',
    id: 'p1',
    round: 1,
    question: 'What should be our first priority?',
    options,
    maxChoices: 1,
    abstain: null,
    state: 'open',
    results: 'stage',
    tally: {
      round: 1,
      version: 9,
      result: given,
      voted,
      abstained,
      late: 0,
      answers: voted + abstained,
      connected: voted + abstained + 60,
    },
    ...rest,
  };
}

const join = {
  code: 'H7K2MQ',
  host: 'vote.example.org',
  url: 'https://vote.example.org/j/H7K2MQ',
  qr: '/qr/H7K2MQ.svg',
};
const common = {
  epoch: 'e',
  version: 5,
  event: { id: 'ev', name: 'Health and Care Women Leaders conference' },
  room: { id: 'r1', name: 'Main hall' },
  join,
  presence: { joined: 342, here: 318 },
  store: 'ok',
};
export const stage = (activity, over = {}) => ({
  type: 'stageSnapshot',
  ...common,
  view: activity ? 'activity' : 'join',
  activity,
  beside: [],
  position: { index: 1, of: 4 },
  look: { theme: 'dark', byResult: false, zoom: 100 },
  ...over,
});

export function organiser(polls, at = 0, over = {}) {
  const { view = 'activity', ...rest } = over;
  return {
    type: 'organiserSnapshot',
    ...common,
    event: {
      ...common.event,
      startsOn: '2027-03-08',
      endsOn: '2027-03-08',
      timeZone: 'Europe/London',
      frameOrigins: [],
      rev: 1,
      code: 'H7K2MQ',
    },
    room: { ...common.room, rev: 2, view, activity: polls[at]?.id ?? null },
    runOrder: polls.map((it) => ({ rev: 3, chosen: it.results, hasVotes: it.state !== 'draft', ...it })),
    beside: [],
    ...rest,
  };
}

const six = word;
const twenty = [...word, ...more];
const question200 =
  'Thinking of the next three years, and of everything that you have heard from the speakers today, ' +
  'which one of these should the whole health and care system take on first, together, and with money behind it?';
const question300 = `${question200} Please think of your own organisation as well as of your region.`
  .padEnd(299, '.')
  .slice(0, 299);
const zero = (n) => Array.from({ length: n }, () => 0);

export const stages = {
  join: stage(null),
  'join-long': stage(null, {
    event: {
      id: 'ev',
      name:
        'The international conference of people who lead hospitals, ' +
        'universities, councils and charities in times of change',
    },
    join: { ...join, host: 'abstimmung.konferenz-der-verbaende.example.org:8443' },
  }),
  two: stage(poll(['Yes, and soon', 'No, not yet'], { question: 'Shall we merge?', result: [203, 115] })),
  three: stage(poll(six.slice(0, 3))),
  six: stage(poll(six)),
  'six-multiple': stage(poll(six, { maxChoices: 3, voted: 240, abstain: 'Prefer not to say', abstained: 12 })),
  twenty: stage(poll(twenty)),
  'twenty-long': stage(
    poll(
      twenty.map((text, index) => (index % 3 === 0 ? `${text}: ${long}` : text)),
      { question: question200 },
    ),
  ),
  'question-200': stage(poll(six, { question: question200 })),
  'question-300': stage(
    poll(
      six.map((text, index) => (index === 2 ? long : text)),
      { question: question300 },
    ),
  ),
  'two-long': stage(poll([long, `Not that. ${long}`], { question: 'Which one?', result: [120, 120] })),
  hidden: stage(poll(six, { result: null, results: 'hidden' })),
  'hidden-twenty': stage(poll(twenty, { result: null, results: 'hidden' })),
  'hidden-locked': stage(poll(six.slice(0, 3), { result: null, results: 'hidden', state: 'locked' })),
  draft: stage(poll(six.slice(0, 4), { state: 'draft', tally: null })),
  locked: stage(poll(six, { state: 'locked', results: 'everyone' })),
  abstainers: stage(poll(six, { state: 'locked', abstain: 'Prefer not to say', abstained: 12 })),
  zero: stage(poll(six, { result: zero(6) })),
  'store-away': stage(poll(six), { store: 'away' }),
  wide: stage(poll(['組織文化の変革', '柔軟な働き方', 'メンタリング'], { question: '最優先事項は何ですか？' })),
};

const runOrder = (over = {}) => [
  poll(six, { id: 'p1', ...over }),
  poll(['Yes, and soon', 'No, not yet'], { id: 'p2', state: 'draft', question: 'Shall we merge?', result: [0, 0] }),
  poll(twenty, { id: 'p3', state: 'locked', results: 'everyone', question: question200 }),
];
export const remotes = {
  draft: organiser(runOrder({ state: 'draft', result: zero(6) })),
  open: organiser(runOrder()),
  locked: organiser(runOrder({ state: 'locked', results: 'hidden', abstain: 'Prefer not to say', abstained: 12 })),
  revealed: organiser(runOrder({ state: 'locked', results: 'everyone' })),
  last: organiser(runOrder(), 2),
  join: organiser(runOrder(), 0, { view: 'join' }),
  empty: organiser([]),
  'store-away': organiser(runOrder(), 0, { store: 'away' }),
};
