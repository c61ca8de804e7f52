// Renders Prepare and looks at it: `node e2e/look/prepare.mjs FOLDER [NAME]` after `npm run build`.
import { mkdir } from 'node:fs/promises';
import { axeFindings } from './checks.mjs';
import { launch, open } from './browser.mjs';
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
  'openActivity lockActivity showResults setStage arrangeStage readLinks editEvent manageStaff manageLinks exportEvent',
  'createRoom editRoom deleteRoom watchQueue moderateQuestions setAsking editQuestions',
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
const answers = { '/api/v1/events/ev/links': links, '/api/v1/events/ev/staff': { people: [], invitations: [] } };

async function look(
  name,
  { size = 'laptop', dark = false, polls = order, act = async () => undefined, over = {} } = {},
) {
  const label = `prepare-${name}-${size}${dark ? '-dark' : ''}`;
  if (!label.includes(only)) return;
  const [width, height] = sizes[size];
  const snapshot = organiser(polls, 0, { view: 'join', ...over });
  const { page, wrong, close } = await open(browser, '/organiser/events/ev/prepare', {
    snapshots: { organiser: snapshot },
    context: { viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' },
    signedIn: true,
    may,
    answers,
  });
  await page.waitForTimeout(1200);
  await act(page);
  await page.waitForTimeout(1500);
  const found = [...wrong, ...(await axeFindings(page))];
  if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) found.push('scrolls sideways');
  await page.screenshot({ path: `${folder}/${label}.png` });
  await close();
  if (found.length > 0) failed++;
  console.log(found.length === 0 ? `ok   ${label}` : `FAIL ${label}\n     ${found.join('\n     ')}`);
}

const pick = (words) => async (page) => page.getByText(words).first().click();
const draftPicked = pick('What would help you most');

for (const size of Object.keys(sizes)) await look('ranking', { size, act: draftPicked });
await look('ranking', { dark: true, act: draftPicked });
await look('ranking', { size: 'hall', dark: true, act: draftPicked });
await look('long', { act: pick('Which of these shall we begin') });
await look('arabic', { act: pick('هل') });
await look('copy', { act: pick('asked again') });
await look('locked', { act: pick('our first priority') });
await look('empty', { polls: [] });
await look('new', { act: (page) => page.keyboard.press('n') });
await look('preview', {
  size: 'tablet',
  act: async (page) => (
    await draftPicked(page),
    await page.getByRole('button', { name: 'Preview', exact: true }).click()
  ),
});
const list = async (page) => {
  await page.getByRole('button', { name: 'Paste a list' }).click();
  await page
    .getByLabel('Questions and options')
    .fill(`Ranking\tWhat first?\tPay\tTime\tCare\nPoll\tAgain?\tYes\tYes\nQuizz\tWho?\tShe\tHe\nPoll\tWhy?\tPay\tTime`);
};
for (const size of ['laptop', 'phone']) await look('list', { size, act: list });
await look('list', { dark: true, act: list });
await browser.close();
console.log(failed === 0 ? 'All well.' : `${failed} with findings.`);
process.exitCode = failed === 0 ? 0 : 1;
