// Reports for pictures: an event with polls, a ranking and 40 questions, and what is unusual.
const QUESTIONS = [
  'What will you do in your first hundred days to make flexible senior roles the normal case?',
  'Why do interview panels still so rarely look like the people they choose for?',
  'Who do you ring when a decision goes wrong?',
  'How do we stop good people leaving at the level below the board?',
  'Would you publish the pay gap of every team, not only of the whole organisation?',
  'What did you change your mind about this year?',
  'How can a line manager be held to the promises made here today?',
  'What is one thing you would stop doing tomorrow if nobody could say no?',
];

const poll = (at, question, options, more = {}) => {
  const voted = options.reduce((sum, [, count]) => sum + (count ?? 0), 0);
  const abstained = more.abstained ?? 0;
  return {
    kind: 'poll',
    id: `poll${at}aaaaaaaaaaaaaaaa`,
    room: 'Main hall',
    question,
    state: 'final',
    terms: { maxChoices: 1 },
    base: { of: 'voters', count: voted },
    connected: 1061,
    voted,
    abstained,
    notShown: 0,
    notVoted: 1061 - voted - abstained,
    rejected: 0,
    options: options.map(([text, count], index) => ({
      id: `o${index + 1}`,
      text,
      count,
      percent: voted ? Math.round((count / voted) * 1000) / 10 : null,
    })),
    abstainLabel: null,
    complete: true,
    note: null,
    receipts: voted + abstained,
    ...more,
  };
};

const ranking = {
  ...poll(5, 'What would help you most to step up?', []),
  kind: 'ranking',
  terms: { places: 3, unranked: 'mean' },
  base: { of: 'voters', count: 987 },
  voted: 987,
  notVoted: 74,
  receipts: 987,
  options: [
    ['Flexible senior roles', 4244, 217],
    ['A sponsor, not only a mentor', 4047, 237],
    ['Open, fair shortlists', 3553, 168],
    ['Protected time to lead', 3356, 158],
    ['Childcare that fits shifts', 2961, 128],
    ['A peer network close by', 2566, 79],
  ].map(([text, points, firsts], index) => ({ id: `o${index + 1}`, text, points, firsts, score: 0, percent: 0 })),
  winner: 'o2',
};

const points = {
  ...poll(6, 'Share 100 points between next year’s five priorities', []),
  kind: 'points',
  terms: { total: 100, step: 5 },
  base: { of: 'voters', count: 1002 },
  voted: 1002,
  notVoted: 59,
  receipts: 1002,
  options: [
    ['Culture change', 26_055, 801],
    ['Mentoring and coaching', 31_060, 912],
    ['Talent management', 9_020, 402],
    ['Flexible working', 24_045, 777],
    ['Gender pay', 10_020, 455],
  ].map(([text, points, givers], index) => ({ id: `o${index + 1}`, text, points, givers, mean: 0, share: 0 })),
};

const questions = {
  kind: 'qa',
  id: 'questionsaaaaaaaaaaa',
  room: 'Main hall',
  state: 'locked',
  totals: { received: 40, approved: 31, waiting: 0, published: 13, live: 0, answered: 18, declined: 5, merged: 4 },
  declined: { abusive: 1, offTopic: 3, other: 1 },
  items: Array.from({ length: 23 }, (_, n) => ({
    number: n + 1,
    text: QUESTIONS[n % QUESTIONS.length],
    name: n % 3 === 0 ? 'Nia Hughes, Cardiff' : null,
    state: n % 4 === 1 && n > 3 ? 'published' : 'answered',
    upvotes: Math.max(1, Math.round(412 / (n + 1))),
    answer:
      n % 5 === 2
        ? 'We publish it for teams of ten people or more from April on. Below that it would tell what single people ' +
          'earn.\nThe first figures come with the annual report.'
        : null,
  })),
  left: 8,
};

const numbers = { joined: 1061, asked: 5, finalised: 5, votes: 5011, possible: 5305 };

export const example = {
  event: {
    name: 'Health and Care Women Leaders 2026',
    startsOn: '2026-12-03',
    endsOn: '2026-12-03',
    timeZone: 'Europe/London',
  },
  writtenAt: '2026-12-03T17:05:00Z',
  numbers,
  rooms: [{ name: 'Main hall', ...numbers }],
  activities: [
    poll(1, 'What should be our first priority this year?', [
      ['Culture change', 383],
      ['Mentoring and coaching', 196],
      ['Flexible working', 238],
      ['Women on boards: 50:50 by 2030', 103],
      ['Talent management', 72],
      ['Gender pay', 42],
    ]),
    poll(
      2,
      'What does leading in health and care need most?',
      [
        ['Confidence', 301],
        ['Being heard', 301],
        ['Finding a mentor', 204],
        ['Time', 118],
      ],
      { abstained: 80, abstainLabel: 'Prefer not to say', notVoted: 57, rejected: 2 },
    ),
    poll(
      3,
      'Which of these have you used at work?',
      [
        ['Job share', 211],
        ['Part-time', 640],
        ['Compressed hours', 388],
        ['Career break', 304],
        ['None of these', 152],
      ],
      { terms: { maxChoices: 4 }, voted: 1002, base: { of: 'voters', count: 1002 }, notVoted: 59 },
    ),
    poll(4, 'Should men be part of this network?', [
      ['Yes', 612],
      ['Yes, as allies in open sessions', 298],
      ['No', 41],
    ]),
    ranking,
    points,
    questions,
  ],
  losses: [],
};

/** In a host's colours, with its picture. */
export const worn = {
  ...example,
  event: {
    ...example.event,
    look: { theme: 'light', ground: '#fdf6ec', bar: '#0b7285', leader: '#d9480f' },
    logo: '/logo/ev/0123456789abcdef.png',
  },
};

/** Two rooms, one poll still open, one that too few answered. */
export const midway = {
  ...example,
  numbers: { joined: 74, asked: 3, finalised: 0, votes: 58, possible: 77 },
  rooms: [
    { name: 'Great Hall', joined: 61, asked: 2, finalised: 0, votes: 55, possible: 73 },
    { name: 'Library', joined: 13, asked: 1, finalised: 0, votes: 3, possible: 4 },
  ],
  activities: [
    {
      ...poll(1, 'What should be our first priority this year?', [
        ['Culture change', 10],
        ['Flexible working', 5],
      ]),
      state: 'open',
      room: 'Great Hall',
      connected: 61,
      notShown: 3,
      notVoted: 43,
      complete: false,
      note: 'Result of the first 15 answers; 18 have voted.',
      receipts: null,
    },
    {
      ...poll(2, 'ما هي أولويتنا الأولى هذا العام؟', [
        ['تغيير الثقافة', 20],
        ['العمل المرن', 17],
      ]),
      state: 'locked',
      room: 'Great Hall',
      connected: 61,
      notVoted: 24,
      receipts: null,
    },
    {
      ...poll(3, 'Is this room the right size?', [
        ['Yes', null],
        ['No', null],
      ]),
      state: 'locked',
      room: 'Library',
      connected: 4,
      notShown: 3,
      notVoted: 1,
      note: 'Fewer than five people answered, so the result is not shown.',
      receipts: null,
    },
  ],
};

export const nothing = {
  ...example,
  numbers: { joined: 0, asked: 0, finalised: 0, votes: 0, possible: 0 },
  activities: [],
};

/** As who has the link reads it. */
export const shared = (report) => ({
  ...report,
  activities: report.activities.map(({ id, declined, ...entry }) =>
    entry.kind === 'qa' ? { ...entry, totals: { approved: 31, answered: 18 }, items: entry.items } : entry,
  ),
});
