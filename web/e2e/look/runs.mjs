// Rooms that are being run, without a server: every state of Run.
import { organiser, poll, stage } from './fixtures.mjs';

const helps = [
  'Flexible senior roles',
  'A sponsor, not only a mentor',
  'Open, fair shortlists',
  'Protected time to lead',
  'Childcare that fits shifts',
  'A peer network close by',
];
const draft = { state: 'draft', result: [0, 0, 0, 0, 0, 0], voted: 0 };
const order = (over = {}) => [
  poll(helps.slice(0, 4), { id: 'p1', question: 'Where do you work?', state: 'locked', results: 'everyone' }),
  poll(helps, { id: 'p2', question: 'What would help you most to step up?', ...over }),
  poll(['نعم، وقريبا', 'لا، ليس بعد'], { ...draft, id: 'p3', question: 'هل نندمج مع الشبكة الأخرى هذا العام؟' }),
  poll(helps, {
    ...draft,
    id: 'p4',
    question:
      'Which of these shall we begin with, and which can wait until the year after next, or the one after that?',
  }),
  poll(['Yes', 'No'], { ...draft, id: 'p5', question: 'Shall we meet again?' }),
];
const item = (n, up, text, over = {}) => ({ n, up, text, name: null, state: 'published', labels: [], ...over });
const live = item(1, 187, 'How do we get more women of colour into executive roles, and who answers for it?', {
  state: 'live',
});
const listed = [
  item(4, 141, 'What will the board do about part-time leaders?'),
  item(7, 96, 'Will you publish the pay gap of every grade?'),
  item(2, 88, 'A fyddwch chi’n cefnogi rhannu swydd ar lefel bwrdd?', { lang: 'cy' }),
  item(9, 71, 'How does a night nurse get a mentor who works days, when the whole scheme meets at lunch time?'),
  item(11, 12, 'هل ستنشرون الأرقام كل عام؟', { dir: 'rtl', lang: 'ar' }),
];
const minute = Math.floor(Date.now() / 60_000);
const questions = (over = {}) => ({
  kind: 'qa',
  id: 'q',
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
  counts: {
    waiting: 12,
    published: 9,
    live: 0,
    answered: 4,
    declined: 1,
    merged: 1,
    archived: 0,
    withdrawn: 0,
    oldest: minute - 7,
  },
  ...over,
});
const asking = { beside: [questions()] };
const opened = { openedAt: Date.now() - 84_000 };
/** What organiser and stage see; `at`: the place of what is on stage. */
const room = (polls, at, over = {}, staged = polls[at] ?? null) => ({
  organiser: organiser(polls, at, { view: polls[at] ? 'activity' : 'join', ...asking, ...over }),
  stage: stage(staged),
});

const stagedQuestions = (() => {
  const { organiser: seen } = room(order(), 1, { beside: [questions({ live })] });
  const shown = questions({ live, next: listed, totals: { published: 64, answered: 9 } });
  return { organiser: { ...seen, room: { ...seen.room, activity: 'q' } }, stage: stage(shown) };
})();
const ended = room(order({ state: 'locked', results: 'everyone' }), 1);

export const runs = {
  nothing: room(order(draft), -1),
  draft: room(order(draft), 1),
  open: room(order(opened), 1),
  plain: room(order(opened), 1, { beside: [] }),
  locked: room(order({ state: 'locked', results: 'hidden', abstain: 'Prefer not to say', abstained: 12 }), 1),
  revealed: room(order({ state: 'locked', results: 'everyone' }), 1),
  arabic: room(order(draft), 2),
  long: room(order({ state: 'locked', results: 'everyone' }), 3),
  last: room(order().slice(0, 2), 1),
  empty: room([], 0, { beside: [] }),
  qa: stagedQuestions,
  rooms: room(order(opened), 1, {
    rooms: [
      { id: 'r1', name: 'Great Hall' },
      { id: 'r2', name: 'Riverside' },
    ],
  }),
  ended: { ...ended, organiser: { ...ended.organiser, event: { ...ended.organiser.event, phase: 'ended' } } },
  'store-away': room(order(opened), 1, { store: 'away' }),
};

/** The server's side: the public list of questions, and notes. */
export const answering =
  (notes) =>
  ({ say }, message) => {
    const { type, ref, activity } = message;
    if (type === 'watchQuestions' && message.on) {
      const head = { feed: 'f', frame: 1, newest: 11, order: message.order, items: listed, more: false };
      say({ type: 'questionsHead', ref, activity, round: 1, ...head });
    } else if (type === 'getNotes') {
      say({ type: 'notes', ref, activity, notes });
    }
  };
