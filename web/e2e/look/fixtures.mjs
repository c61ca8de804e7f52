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
    room: {
      ...common.room,
      rev: 2,
      view,
      activity: polls[at]?.id ?? null,
      byResult: false,
      zoom: 100,
      theme: 'dark',
    },
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

const item = (n, up, text, over = {}) => ({ n, up, text, name: null, state: 'published', labels: [], ...over });
const asked = [
  item(4, 141, 'What will the board do about part-time leaders?'),
  item(7, 96, 'Will you publish the pay gap of every grade?'),
  item(2, 88, 'A fyddwch chi’n cefnogi rhannu swydd ar lefel bwrdd?', { lang: 'cy' }),
  item(9, 71, 'How does a night nurse get a mentor who works days?'),
  item(11, 12, 'هل ستنشرون الأرقام كل عام؟', { dir: 'rtl' }),
];
const live = item(
  1,
  187,
  'How do we get more women of colour into executive roles, ' +
    'and who answers for it if the number has not moved in a year?',
  { state: 'live', name: 'Ngozi, ward manager, Leeds' },
);
const qa = (over = {}) => ({
  kind: 'qa',
  id: 'q',
  round: 1,
  state: 'open',
  asking: true,
  check: 'before',
  names: 'optional',
  maxLength: 200,
  perPerson: 5,
  live: null,
  next: asked,
  totals: { published: 64, answered: 9 },
  ...over,
});
const reactions = {
  kind: 'reactions',
  id: 'x',
  round: 1,
  state: 'open',
  totals: { clap: 41, heart: 18, idea: 7, question: 2 },
};
const helps = [
  'Flexible senior roles',
  'A sponsor, not only a mentor',
  'Open, fair shortlists',
  'Protected time to lead',
  'Childcare that fits shifts',
  'A peer network close by',
];
const ranking = (texts, over = {}) => ({
  kind: 'ranking',
  id: 'k1',
  round: 1,
  question: 'What would help you most to step up?',
  options: texts.map((text, index) => ({ id: `o${index}`, text })),
  places: Math.min(3, texts.length),
  shuffled: false,
  unranked: 'mean',
  abstain: null,
  state: 'locked',
  results: 'stage',
  tally: {
    round: 1,
    version: 9,
    result: {
      doublePoints: texts.map((_, index) => 2 * 987 * (texts.length - 1.6 - index * 0.35)),
      firsts: texts.map((_, index) => Math.max(0, 220 - index * 26)),
      winner: `o${Math.min(1, texts.length - 1)}`,
    },
    voted: 987,
    abstained: 0,
    late: 0,
    answers: 987,
    connected: 1061,
    complete: true,
  },
  ...over,
});
const points = (texts, over = {}) => ({
  kind: 'points',
  id: 'k2',
  round: 1,
  question: 'Share 100 points between next year’s five priorities',
  options: texts.map((text, index) => ({ id: `o${index}`, text })),
  total: 100,
  step: 5,
  abstain: null,
  state: 'locked',
  results: 'stage',
  tally: {
    round: 1,
    version: 9,
    result: {
      points: shared(texts.length).map((share) => Math.round(98_700 * share)),
      givers: texts.map((_, index) => Math.max(60, 900 - ((index * 3) % texts.length) * 80)),
    },
    voted: 987,
    abstained: 0,
    late: 0,
    answers: 987,
    connected: 1061,
    complete: true,
  },
  ...over,
});
/** Uneven, not in the order of the options, and all there is. */
function shared(n) {
  const weights = Array.from({ length: n }, (_, index) => 3 + ((index * 5 + 2) % (n + 2)));
  const all = weights.reduce((sum, each) => sum + each, 0);
  return weights.map((each) => each / all);
}
const two = [
  { id: 'r1', name: 'Great Hall' },
  { id: 'r2', name: 'Riverside' },
];
const logo = '/logo/ev/0123456789abcdef.png';
const light = { theme: 'light', byResult: false, zoom: 100 };
const host = { theme: 'light', ground: '#fdf6ec', bar: '#0b5563', leader: '#a8421b' };

/** A countdown that runs for longer than pictures take. */
const counting = { theme: 'dark', byResult: false, zoom: 100, until: Date.now() + 9.5 * 60_000 };
export const stages = {
  'countdown-join': stage(null, { look: counting, rooms: two, room: two[0] }),
  'countdown-light': stage(null, { look: { ...counting, theme: 'light' } }),
  'countdown-open': stage(poll(word), { look: counting, rooms: two, room: two[0] }),
  'countdown-qa': stage(qa({ live }), { look: counting }),
  light: stage(poll(word), { look: light }),
  'light-hidden': stage(poll(word, { result: null, results: 'hidden' }), { look: light }),
  'light-join': stage(null, { look: { ...light, logo }, rooms: two, room: two[0] }),
  'light-qa': stage(qa({ live }), { look: light }),
  host: stage(poll(word), { look: { ...light, event: host, logo }, rooms: two, room: two[0] }),
  'host-dark': stage(poll(word), { look: { theme: 'dark', byResult: false, zoom: 100, event: host, logo } }),
  qa: stage(qa({ live }), { rooms: two, room: two[0] }),
  'qa-list': stage(qa()),
  'qa-long': stage(qa({ live: { ...live, text: `${live.text} ${live.text} ${live.text}`.slice(0, 340) } })),
  'qa-none': stage(qa({ next: [], totals: { published: 0, answered: 0 } })),
  ranking: stage(ranking(helps)),
  'ranking-two': stage(ranking(['Flexible senior roles', 'A sponsor, not only a mentor'])),
  'ranking-fifteen': stage(ranking([...word, ...more].slice(0, 15))),
  'ranking-hidden': stage(
    ranking(helps, { state: 'open', results: 'hidden', tally: { ...ranking(helps).tally, result: null } }),
  ),
  points: stage(points(helps.slice(0, 5))),
  'points-ten': stage(points([...word, ...more].slice(0, 10), { question: 'What should next year’s money go to?' })),
  'points-open': stage(
    points(helps, { state: 'open', results: 'hidden', tally: { ...points(helps).tally, result: null } }),
  ),
  'points-light': stage(points(helps.slice(0, 5)), { look: light }),
  reactions: stage(poll(word), { beside: [reactions] }),
  'reactions-qa': stage(qa({ live }), { beside: [reactions] }),
  blank: stage(poll(word), { view: 'blank' }),
  arabic: stage(
    poll(['تغيير الثقافة', 'العمل المرن', 'الإرشاد والتدريب'], { question: 'ما هي أولويتنا الأولى هذا العام؟' }),
  ),
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
