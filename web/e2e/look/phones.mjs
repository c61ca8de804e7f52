// Canned snapshots: every state of an attendee's phone, without a server.
import { createHash } from 'node:crypto';

const option = (text, index) => ({ id: `o${index}`, text, exclusive: false });
export const PRIORITIES = [
  'Culture change',
  'Flexible working',
  'Mentoring and coaching',
  'Women on boards: 50:50 by 2030',
  'Talent management',
  'Gender pay',
];
const counts = [412, 318, 141, 96, 58, 36];
const total = counts.reduce((a, b) => a + b, 0);
const tally = {
  round: 1,
  version: 9,
  result: counts,
  voted: total,
  abstained: 0,
  late: 0,
  answers: total,
  connected: 1061,
};

export const poll = (over = {}) => ({
  kind: 'poll',
  id: 'p1',
  round: 1,
  question: 'What should be our first priority this year?',
  options: PRIORITIES.map(option),
  maxChoices: 1,
  abstain: null,
  state: 'open',
  results: 'stage',
  tally: null,
  ...over,
});
export const ranking = (over = {}) => ({
  kind: 'ranking',
  id: 'k1',
  round: 1,
  question: 'What would help you most to step up?',
  options: [
    'Protected time to lead',
    'A sponsor, not only a mentor',
    'Flexible senior roles',
    'Open, fair shortlists',
    'Childcare that fits shifts',
    'A peer network close by',
  ].map(option),
  places: 3,
  unranked: 'zero',
  shuffled: false,
  abstain: null,
  state: 'open',
  results: 'stage',
  tally: null,
  ...over,
});
export const points = (over = {}) => ({
  kind: 'points',
  id: 'k2',
  round: 1,
  question: 'Share 100 points between next year’s five priorities',
  options: PRIORITIES.slice(0, 5).map(option),
  total: 100,
  step: 5,
  abstain: null,
  state: 'open',
  results: 'stage',
  tally: null,
  ...over,
});
export const question = (n, up, text, over = {}) => ({
  n,
  text,
  name: null,
  up,
  state: 'published',
  minute: 29_000_000,
  ...over,
});
export const ASKED = [
  question(
    7,
    187,
    'How do we get more women of colour into executive roles, ' +
      'and who answers for it if the number has not moved in a year?',
    { name: 'N., Leeds', state: 'live' },
  ),
  question(3, 141, 'What will the board do about part-time leaders?'),
  question(12, 96, 'Will you publish the pay gap of every grade?'),
  question(5, 88, 'A fyddwch chi’n cefnogi rhannu swydd ar lefel bwrdd?', { lang: 'cy' }),
  question(9, 71, 'متى ستنشرون فجوة الأجور لكل درجة؟', { lang: 'ar', dir: 'rtl' }),
  question(8, 58, 'Could childcare be part of next year’s conference?'),
];
export const qa = (over = {}) => ({
  kind: 'qa',
  id: 'q1',
  round: 1,
  state: 'open',
  asking: true,
  check: 'before',
  names: 'choice',
  perPerson: 5,
  maxLength: 280,
  totals: { published: 60, answered: 4 },
  live: null,
  ...over,
});
export const reactions = { kind: 'reactions', id: 'r1', round: 1, state: 'open' };

export const snapshot = (activity, over = {}) => ({
  type: 'attendeeSnapshot',
  epoch: 'e',
  version: 1,
  event: { id: 'ev', name: 'Annual conference' },
  room: { id: 'r1', name: 'Great Hall' },
  rooms: [
    { id: 'r1', name: 'Great Hall' },
    { id: 'r2', name: 'Library' },
  ],
  kinds: ['poll', 'ranking', 'qa', 'reactions'],
  activity,
  beside: [qa(), reactions],
  presence: { joined: 1100, here: 1061 },
  store: 'ok',
  ...over,
});
export const open = snapshot(poll());
export const locked = snapshot(poll({ state: 'locked' }));
export const result = snapshot(poll({ state: 'locked', results: 'everyone', tally }));
export const going = snapshot(poll({ results: 'everyone', tally }));
export const final = snapshot(poll({ state: 'final', results: 'everyone', tally }));
export const waiting = snapshot(null);
export const quiet = snapshot(null, { beside: [], rooms: undefined });
export const answered = snapshot(null, { beside: [qa({ live: ASKED[0] }), reactions] });

const over = (by, results) => ({ over: { by, results } });
export const ended = snapshot(null, { ...over('end', 0), beside: [qa({ state: 'locked' })] });
export const endedWithResults = snapshot(null, { ...over('end', 2), beside: [qa({ state: 'locked' })] });
export const past = snapshot(null, { ...over('dates', 0), beside: [], rooms: undefined });
export const PUBLIC = [
  poll({ state: 'final', results: 'everyone', tally }),
  poll({
    id: 'p2',
    question: 'Which of these did you use in the past year?',
    state: 'final',
    results: 'everyone',
    tally,
  }),
];
export const several = snapshot(poll({ maxChoices: 3, abstain: 'Prefer not to say' }));
export const abstaining = snapshot(poll({ abstain: 'Prefer not to say' }), { beside: [] });
export const twenty = snapshot(
  poll({
    question:
      'Of everything that was said today about part-time leadership, childcare, shortlists and mentoring, ' +
      'what should we begin with in the spring?',
    options: Array.from({ length: 20 }, (_, at) =>
      option(`${at + 1}. ${PRIORITIES[at % 6]}, with a budget and a name beside it`, at),
    ),
  }),
);
const arabicPoll = (over) =>
  poll({
    question: 'ما الذي يجب أن يكون أولويتنا الأولى هذا العام؟',
    options: ['تغيير الثقافة', 'العمل المرن', 'الإرشاد والتدريب (50:50)', 'الأجور بين الجنسين'].map(option),
    ...over,
  });
const few = { ...tally, result: [412, 318, 141, 96], voted: 967, answers: 967 };
export const arabic = snapshot(arabicPoll());
export const arabicResult = snapshot(arabicPoll({ state: 'locked', results: 'everyone', tally: few }));
export const open2 = snapshot(poll({ round: 2 }));

export const rankingResult = snapshot(
  ranking({
    state: 'locked',
    results: 'everyone',
    tally: {
      round: 1,
      version: 9,
      result: {
        doublePoints: [3102, 2410, 2984, 1706, 1188, 742],
        firsts: [341, 205, 298, 96, 61, 40],
        winner: 'o2',
      },
      voted: 1041,
      abstained: 0,
      late: 0,
      answers: 1041,
      connected: 1061,
    },
  }),
);
export const pointsTen = (over) =>
  points({
    question: 'What should next year’s money go to, if it were yours?',
    options: [...PRIORITIES, ...ranking().options.map(({ text }) => text)].slice(0, 10).map(option),
    abstain: 'Prefer not to say',
    ...over,
  });
export const pointsResult = snapshot(
  points({
    state: 'locked',
    results: 'everyone',
    tally: {
      round: 1,
      version: 9,
      result: { points: [33_830, 18_215, 14_055, 24_980, 13_020], givers: [912, 640, 551, 803, 498] },
      voted: 1041,
      abstained: 0,
      late: 0,
      answers: 1041,
      connected: 1061,
    },
  }),
);
const sha = (text) => createHash('sha256').update(text).digest('hex');
/** A results file that counts a receipt and two others, members in the order of their names as its digest wants it. */
export function exported(receipt) {
  const receipts = [receipt, 'ABCDE-FGHJK', 'MNPQR-STUVW'].map((each) => sha(`plenary/v1/receipt/p1/1/${each}`));
  const results = [{ id: 'p1', question: poll().question, receipts, round: 1 }];
  const rest = { event: { name: 'Annual conference' }, format: 'plenary-results', results };
  const digest = `sha256:${sha(JSON.stringify(rest))}`;
  return JSON.stringify({ ...rest, digest });
}
