// A queue of questions without a server: what is waiting and what was decided, in every length and language.
const waiting = [
  ['What is the board going to do for part time leaders?', { like: ['p1'] }],
  ['Why are the interview panels for band 9 still all men?', {}],
  ['A ydych chi’n cefnogi rhannu swydd ar lefel prif weithredwr?', { name: 'Rhian', lang: 'cy' }],
  ['My manager says women with children should not apply. What would you tell him?', { abusive: true }],
  ['Will the slides be shared afterwards?', { name: 'Priya, Hull' }],
  ['When does the menopause policy reach bank staff?', { labels: ['menopause'] }],
  ['How many of your board have ever worked a night shift?', {}],
  ['What did you get wrong in your first year?', { name: 'Grace, Truro' }],
  ['Who answers for the target when nobody meets it?', { like: ['p0'] }],
  ['Is there a quiet room at the next conference?', {}],
  ['A fydd y cyfieithiad ar gael ar ôl heddiw?', { lang: 'cy', name: 'Nia' }],
  ['Can the mentoring scheme pair people across regions?', { labels: ['mentoring'], like: ['p4'] }],
];
const published = [
  [
    'How do we get more women of colour into executive roles, ' +
      'and who answers for it if the number has not moved in a year?',
    187,
    { name: 'Ngozi, Leeds' },
  ],
  ['What will the board do about part-time leaders?', 141, { name: 'Siân, Cardiff' }],
  ['Will you publish the pay gap of every grade?', 96, { labels: ['pay'] }],
  ['A fyddwch chi’n cefnogi rhannu swydd ar lefel bwrdd?', 88, { name: 'Nia', lang: 'cy' }],
  ['How does a night nurse get a mentor who works days?', 71, { labels: ['mentoring'] }],
  ['Could childcare be part of next year’s conference?', 58, { labels: ['childcare'] }],
  ['What have you stopped doing since you became chief executive?', 49, { name: 'Priya, Hull' }],
  ['Which trusts share a chief executive role, and how does it work?', 37, {}],
  ['Will the 50:50 target have consequences for boards that miss it?', 31, { name: 'Farah, Luton' }],
  ['How are the regions funded after April?', 22, { original: 'How are the regons funded after Apirl?' }],
];
const long =
  'I have worked part-time for eleven years, in three trusts and two regions, and each time a senior post came up ' +
  'I was told that it could not be shared, although nobody could say why; so what, in plain words, has to happen ' +
  'before a board accepts that two people who know each other well can do one job better ' +
  'than one who is never at home?';
const arabic = [
  ['هل ستنشرون فجوة الأجور لكل درجة وظيفية قبل نهاية العام؟', { lang: 'ar', dir: 'rtl', name: 'ليلى' }],
  ['متى تصل سياسة سن اليأس إلى الموظفات المؤقتات؟', { lang: 'ar', dir: 'rtl' }],
  ['كيف تحصل ممرضة الليل على مرشدة تعمل نهارا؟', { lang: 'ar', dir: 'rtl', labels: ['mentoring'] }],
];

const minute = Math.floor(Date.now() / 60_000);
const item = (id, text, state, more) => ({ id, rev: 1, text, asked: minute - 30, state, up: 0, ...more });

/** As many as wanted: the first ones by hand, then the same words again. */
function filled(list, count, make) {
  return Array.from({ length: count }, (_, at) => make(list[at % list.length], at));
}

/** @param sizes how many questions stand in each state */
export function queueOf({ wait = 12, open = 10, answered = 4, declined = 4, words = 'usual', live = false } = {}) {
  const first = words === 'long' ? waiting.map(([, more]) => [long, more]) : words === 'arabic' ? arabic : waiting;
  const second = words === 'long' ? published.map(([, up, more]) => [long, up, more]) : published;
  return [
    ...filled(first, wait, ([text, more], at) =>
      item(`w${at}`, at < first.length ? text : `${text.slice(0, -1)}, once more (${at})?`, 'waiting', {
        ...more,
        asked: minute - Math.max(0, Math.round(4 - at / 3)),
        ...(more.like && { like: more.like.filter((id) => Number(id.slice(1)) < open) }),
      }),
    ),
    ...filled(second, open, ([text, up, more], at) =>
      item(`p${at}`, text, live && at === 1 ? 'live' : 'published', {
        ...more,
        n: at + 1,
        up: Math.max(0, up - Math.floor(at / second.length) * 11),
        asked: minute - 40 + at,
        published: minute - 30,
      }),
    ),
    ...filled(second, answered, ([text, up, more], at) =>
      item(`a${at}`, text, 'answered', {
        ...more,
        n: open + at + 1,
        up,
        published: minute - 20,
        answered: minute - 9,
        ...(at % 2 === 0 && { answer: 'Yes, from April on; the paper goes to the board in May.' }),
      }),
    ),
    ...filled(waiting, declined, ([text], at) =>
      item(`d${at}`, text, 'declined', { reason: ['offTopic', 'namesSomebody', 'other', 'duplicate'][at % 4] }),
    ),
    ...(open > 1 ? [item('m0', 'And what about leaders who work part-time?', 'merged', { into: 'p1' })] : []),
  ];
}

const states = ['waiting', 'published', 'live', 'answered', 'declined', 'merged', 'archived', 'withdrawn'];
const counts = (items) =>
  Object.fromEntries(states.map((state) => [state, items.filter((each) => each.state === state).length]));
const PAGE = 50;

/** The server's side: head and pages. */
export const answering =
  (items, hands = [], bursts = []) =>
  ({ say }, message) => {
    const { type, ref } = message;
    if (type === 'watchQueue') {
      const first = items.filter(({ state }) => state === 'waiting');
      say({
        type: 'queueHead',
        ref,
        activity: 'qa',
        round: 1,
        feed: 'f',
        frame: 1,
        items: first.slice(0, PAGE),
        more: first.length > PAGE,
        counts: counts(items),
        bursts,
        hands,
        hand: 'own',
      });
    } else if (type === 'getQueue') {
      const found = items.filter(({ state }) => state === message.state);
      const from = message.after === null ? 0 : found.findIndex(({ id }) => id === message.after) + 1;
      const page = found.slice(from, from + PAGE);
      say({
        type: 'queuePage',
        ref,
        activity: 'qa',
        round: 1,
        items: page,
        total: found.length,
        after: from + PAGE < found.length ? page.at(-1).id : null,
      });
    } else if (ref !== undefined) {
      say({ type: 'error', ref, code: 'conflict', message: 'Somebody else changed this just now.' });
    }
  };

export const snapshotOf = (items, over = {}) => ({
  type: 'organiserSnapshot',
  epoch: 'e',
  version: 5,
  event: {
    id: 'ev',
    rev: 1,
    code: 'H7K2MQ',
    name: 'Health and Care Women Leaders 2026',
    startsOn: '2026-11-29',
    endsOn: '2026-11-29',
    timeZone: 'Europe/London',
    frameOrigins: [],
  },
  room: { id: 'r1', rev: 1, name: 'Great Hall', view: 'join', activity: null },
  join: { code: 'H7K2MQ', host: 'vote.example.org', url: 'https://vote.example.org/j/H7K2MQ', qr: '/qr/H7K2MQ.svg' },
  presence: { joined: 1100, here: 1061 },
  store: 'ok',
  runOrder: [],
  beside: [
    {
      kind: 'qa',
      id: 'qa',
      round: 1,
      rev: 1,
      state: 'open',
      anonymised: false,
      asking: true,
      check: 'before',
      names: 'choice',
      maxLength: 300,
      perPerson: 10,
      openCounts: false,
      live: null,
      counts: counts(items),
      ...over,
    },
  ],
});
