// Renders Prepare and looks at it: `node e2e/look/prepare.mjs FOLDER [NAME]` after `npm run build`.
import { mkdir } from 'node:fs/promises';
import { axeFindings } from './checks.mjs';
import { drop, launch, open } from './browser.mjs';
import { many } from './eventsFixtures.mjs';
import { organiser, poll } from './fixtures.mjs';

const [folder = '/tmp/look', only = ''] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const browser = await launch();
const sizes = {
  laptop: [1366, 768],
  hall: [1920, 1080],
  tablet: [1024, 768],
  upright: [834, 1194],
  phone: [390, 844],
  narrow: [320, 568],
};
const may = [
  'createActivity editActivity duplicateActivity moveActivity resetActivity finaliseActivity deleteActivity',
  'openActivity lockActivity showResults setStage arrangeStage readLinks editEvent manageStaff manageLinks',
  'exportEvent watchOverview createRoom editRoom deleteRoom endEvent finaliseActivity watchQueue',
  'moderateQuestions setAsking editQuestions',
]
  .join(' ')
  .split(' ');
let failed = 0;

const helps = [
  'Flexible senior roles',
  'A sponsor, not only a mentor',
  'Open, fair shortlists',
  'Protected time to lead',
  'Childcare that fits shifts',
  'A peer network close by',
];
const draft = { state: 'draft', voted: 0 };
const ranking = {
  ...poll(helps, { ...draft, id: 'p4', question: 'What would help you most to step up?' }),
  kind: 'ranking',
  places: 3,
  shuffled: true,
  unranked: 'mean',
};
const long =
  'A national programme of mentoring and coaching that pairs every newly appointed leader with somebody from another ' +
  'organisation for the first year, and pays for it';
const order = [
  poll(helps.slice(0, 4), { id: 'p1', question: 'Where do you work?', state: 'final', results: 'everyone' }),
  poll(helps, { id: 'p2', question: 'What should be our first priority this year?', state: 'locked' }),
  poll(helps, { ...draft, id: 'p3', question: 'First priority, asked again (copy)' }),
  ranking,
  poll(
    Array.from({ length: 20 }, (_, n) => `${n + 1} ${long}`),
    {
      ...draft,
      id: 'p5',
      question: 'Which of these shall we begin with, and which can wait until the year after next?',
    },
  ),
  poll(['نعم، وقريبا', 'لا، ليس بعد'], { ...draft, id: 'p6', question: 'هل نندمج مع الشبكة الأخرى هذا العام؟' }),
];
const points = {
  ...poll(helps.slice(0, 5), { ...draft, id: 'p7', question: 'Share 100 points between next year’s five priorities' }),
  kind: 'points',
  total: 100,
  step: 5,
};
const links = {
  join: 'http://stage.test/j/H7K2MQ',
  rooms: [
    {
      id: 'r1',
      name: 'Main hall',
      stage: 'http://stage.test/stage/ev/r1#s',
      remote: 'http://stage.test/remote/ev/r1#r',
    },
  ],
};
const answers = {
  '/api/v1/events/ev/links': links,
  '/api/v1/events/ev/staff': {
    people: [
      { account: 'a1', name: 'Jo March', email: 'jo@plenary.example', role: 'organiser', rooms: null },
      {
        account: 'a2',
        name: 'Siân Hughes-Pritchard',
        email: 'sian.hughes-pritchard@plenary.example',
        role: 'moderator',
      },
      { account: 'a3', name: 'Amy', email: 'amy@plenary.example', role: 'presenter', rooms: ['r1'] },
    ].map((person, index) => ({ rooms: null, owner: index === 0, you: index === 0, ...person })),
    invitations: [{ id: 'i1', role: 'moderator', rooms: null, by: 'Jo March', until: '2027-03-08T12:00:00Z' }],
  },
};
/** The list of events, and time zones. */
const api = (url) => (/\/(events|time-zones)$/.test(url.pathname) ? many()(url) : null);
const room = (id, name, over) => ({ id, rev: 1, name, staged: null, open: null, questions: null, ...over });
const rooms = [
  room('r1', 'Main hall', {
    code: 'H7K2MQ',
    presence: { here: 318, joined: 342 },
    staged: 'What should be our first priority this year?',
    open: { title: 'What should be our first priority this year?', voted: 253, connected: 318 },
    questions: { waiting: 12, published: 9, live: 'Who answers for the target when nobody meets it?' },
  }),
  room('r2', 'Riverside', { code: 'K4W9TD', presence: { here: 0, joined: 0 } }),
  room('r3', 'القاعة الكبرى', { code: 'M2R6HX', presence: { here: 41, joined: 58 }, staged: 'Shall we meet again?' }),
];
/** All rooms, to whoever follows them; every other command is done. */
const behave = ({ say }, { type, on, ref }) => {
  if (type === 'watchOverview' && on) say({ type: 'overviewSnapshot', epoch: 'e', version: 5, rooms });
  if (ref !== undefined) say({ type: 'done', ref });
};

async function look(
  name,
  { size = 'laptop', dark = false, polls = order, act = async () => undefined, over = {} } = {},
) {
  const label = `prepare-${name}-${size}${dark ? '-dark' : ''}`;
  if (!label.includes(only)) return;
  const [width, height] = sizes[size];
  const snapshot = organiser(polls, 0, { view: 'join', ...over });
  const { page, wrong, sockets, close } = await open(browser, '/organiser/events/ev/prepare', {
    snapshots: { organiser: snapshot },
    context: { viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' },
    signedIn: true,
    may,
    answers,
    api,
    behave,
  });
  await page.waitForTimeout(1200);
  await act(page, sockets);
  await page.waitForTimeout(1500);
  const found = [...wrong, ...(await axeFindings(page))];
  if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) {
    found.push('scrolls sideways');
  }
  await page.screenshot({ path: `${folder}/${label}.png` });
  await close();
  if (found.length > 0) failed++;
  console.log(found.length === 0 ? `ok   ${label}` : `FAIL ${label}\n     ${found.join('\n     ')}`);
}

const pick = (words) => async (page) => page.getByText(words).first().click();
const draftPicked = pick('What would help you most');

const press = (name) => async (page) => page.getByRole('button', { name, exact: true }).first().click();
const list = async (page) => {
  await page.getByRole('button', { name: 'Paste a list' }).click();
  await page
    .getByLabel('Questions and options')
    .fill(`Ranking\tWhat first?\tPay\tTime\tCare\nPoll\tAgain?\tYes\tYes\nQuizz\tWho?\tShe\tHe\nPoll\tWhy?\tPay\tTime`);
};
const themes = [false, true];
for (const dark of themes) {
  for (const size of Object.keys(sizes)) {
    await look('ranking', { size, dark, act: draftPicked });
    await look('long', { size, dark, act: pick('Which of these shall we begin') });
    await look('locked', { size, dark, act: pick('our first priority') });
    await look('empty', { size, dark, polls: [] });
    await look('list', { size, dark, act: list });
  }
  for (const size of ['laptop', 'phone']) {
    await look('points', { size, dark, polls: [order[0], points], act: pick('Share 100 points') });
    await look('arabic', { size, dark, act: pick('هل') });
    await look('copy', { size, dark, act: pick('asked again') });
    await look('new', { size, dark, act: (page) => page.keyboard.press('n') });
    await look('offline', {
      size,
      dark,
      act: async (page, sockets) => (await draftPicked(page), await drop(sockets, 'organiser')),
    });
  }
  for (const size of ['tablet', 'upright', 'phone']) {
    await look('preview', { size, dark, act: async (page) => (await draftPicked(page), await press('Preview')(page)) });
  }
}
const fromMenu = (name) => async (page) => (await press(/event menu/)(page), await press(name)(page));
const dialogs = {
  earlier: press('From an earlier event'),
  evening: press('Check list'),
  share: press('Share'),
  settings: fromMenu('Settings'),
  people: fromMenu('People'),
  rooms: fromMenu('Rooms'),
  end: fromMenu('End the event…'),
  keys: (page) => page.keyboard.press('?'),
};
for (const [name, act] of Object.entries(dialogs)) {
  for (const size of ['laptop', 'phone', 'narrow']) for (const dark of themes) await look(name, { size, dark, act });
}
await browser.close();
console.log(failed === 0 ? 'All well.' : `${failed} with findings.`);
process.exitCode = failed === 0 ? 0 : 1;
