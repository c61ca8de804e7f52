// Renders every state of a phone and looks at each: `node e2e/look/phone.mjs FOLDER [NAME]` after `npm run build`.
import { mkdir } from 'node:fs/promises';
import { axeFindings } from './checks.mjs';
import { launch, open } from './browser.mjs';
import * as phones from './phones.mjs';

const [folder = '/tmp/look', only = ''] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const browser = await launch();
const sizes = { phone: [390, 844], narrow: [320, 568], tablet: [834, 1194] };
const themes = {
  '': { colorScheme: 'light' },
  '-dark': { colorScheme: 'dark' },
  '-forced': { colorScheme: 'dark', forcedColors: 'active' },
};
let failed = 0;

/** Sideways scrolling, and targets too small for a thumb, as lines. */
const findings = (page) =>
  page.evaluate(() => {
    const found =
      document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['scrolls sideways'] : [];
    for (const button of document.querySelectorAll('button, summary, a')) {
      // What is folded away has no size of its own.
      if (button.tagName !== 'SUMMARY' && button.closest('details:not([open])')) continue;
      const { width, height } = button.getBoundingClientRect();
      if (width > 2 && (height < 36 || width < 24)) {
        found.push(`small: ${button.textContent.trim()} ${width}x${height}`);
      }
    }
    return found;
  });

/** How the server answers what phones send. */
const answers = (server, message) => {
  const { ref, activity } = message;
  if (message.type === 'castVote') {
    if (server.quiet) return;
    const { round, vote, seq } = message;
    server.say({ type: 'voteCounted', ref, activity, round, vote, seq, receipt: '5X8VG-PCP7E' });
  }
  if (message.type === 'watchQuestions' && message.on) {
    server.say({
      type: 'questionsHead',
      ref,
      activity,
      order: message.order,
      round: 1,
      feed: 'f',
      frame: 1,
      newest: 12,
      more: false,
      items: phones.ASKED,
    });
  }
  if (message.type === 'askQuestion') {
    const { round, question } = message;
    server.say({ type: 'questionAsked', ref, activity, round, question });
  }
};

async function look(
  name,
  snapshot,
  { path = '/j/H7K2MQ', act = async () => undefined, answer = answers, refuse = null } = {},
) {
  for (const [size, [width, height]] of Object.entries(sizes)) {
    for (const [theme, media] of Object.entries(themes)) {
      const label = `phone-${name}-${size}${theme}`;
      if (!label.includes(only)) continue;
      const context = {
        viewport: { width, height },
        hasTouch: true,
        isMobile: true,
        deviceScaleFactor: 2,
        ...media,
      };
      const session = await open(browser, '/icon.svg', {
        snapshots: { attendee: snapshot },
        context,
        behave: answer,
        refuse,
      });
      const { page, sockets, wrong } = session;
      await page.evaluate(() =>
        localStorage.setItem(
          'plenary.place.ev',
          JSON.stringify({
            code: 'H7K2MQ',
            token: '1.me.x',
            event: { id: 'ev', name: 'Annual conference' },
            room: { id: 'r1', name: 'Great Hall' },
            at: Date.now(),
          }),
        ),
      );
      await page.goto(`http://stage.test${path}`);
      await page.waitForTimeout(400);
      const say = (message) => sockets.get('attendee').say(message);
      let found = [];
      try {
        await act(page, say, sockets);
      } catch (error) {
        found.push(String(error).split('\n')[0]);
      }
      await page.waitForTimeout(1_300);
      found = [
        ...found,
        ...wrong,
        ...(await findings(page)),
        ...(await axeFindings(page, media.forcedColors === 'active')),
      ];
      await page.screenshot({ path: `${folder}/${label}.png` });
      await session.close();
      if (found.length > 0) failed++;
      console.log(found.length === 0 ? `ok   ${label}` : `FAIL ${label}\n     ${found.join('\n     ')}`);
    }
  }
}

const press = (page, name) => page.getByRole('button', { name }).first().click();
const choose = async (page) => {
  await page.getByLabel('Flexible working').check();
};
const vote = async (page) => {
  await choose(page);
  await press(page, 'Vote');
};
const own = (state, over = {}) => ({
  question: `own-${state}-0123456789`,
  text: 'Who decides on job shares?',
  state,
  minute: 1,
  ...over,
});

await look('open', phones.open);
await look('chosen', phones.open, { act: choose });
await look('counted', phones.open, { act: vote });
await look('reacting', phones.open, {
  act: async (page) => (await vote(page), await page.waitForTimeout(1_500), await press(page, 'React')),
});
await look('sending', phones.open, { act: vote, answer: () => undefined });
await look('locked', phones.open, {
  act: async (page, say) => (await vote(page), say({ ...phones.locked, version: 2 })),
});
await look('result', phones.open, {
  act: async (page, say) => (await vote(page), say({ ...phones.result, version: 2 })),
});
await look('going', phones.going, { act: vote });
await look('missed', phones.locked);
await look('final', phones.final);
await look('waiting', phones.waiting);
await look('quiet', phones.quiet);
await look('answered', phones.answered);
await look('ranking', phones.snapshot(phones.ranking()), {
  act: async (page) => {
    await page.waitForTimeout(600);
    await press(page, 'Flexible senior roles');
    await press(page, 'Protected time to lead');
  },
});
await look('points', phones.snapshot(phones.points()), {
  act: async (page) => {
    await page.waitForTimeout(600);
    await page.getByLabel('Culture change', { exact: true }).fill('40');
    await press(page, '5 points more for Flexible working');
  },
});
await look('points-many', phones.snapshot(phones.pointsTen()), {
  act: async (page) => {
    await page.waitForTimeout(600);
    await page.getByLabel('Culture change', { exact: true }).fill('120');
    await page.getByLabel('Culture change', { exact: true }).blur();
  },
});
await look('points-result', phones.pointsResult, { act: async (page) => page.waitForTimeout(600) });
await look('questions', phones.waiting, {
  act: async (page, say) => {
    say({
      type: 'ownQuestions',
      activity: 'q1',
      round: 1,
      left: 3,
      items: [own('published', { n: 3 }), own('waiting')],
    });
    await press(page, /^Questions/);
    await page.waitForTimeout(500);
    say({ ...phones.open, version: 2 });
  },
});
await look('asking', phones.waiting, {
  act: async (page) => {
    await press(page, /^Questions/);
    await page.getByLabel('Ask a question').click();
    await page.getByLabel('Ask a question').fill('Who decides on job shares?');
  },
});
await look('menu', phones.waiting, {
  act: async (page) => (await page.waitForTimeout(1_200), await page.locator('summary').first().click()),
});
await look('away', { ...phones.open, store: 'away' });
await look('offline', phones.open, {
  act: async (page, _say, sockets) => {
    await vote(page);
    sockets.gone = true;
    await sockets.get('attendee').socket.close({ code: 4000 });
  },
});
await look('start', null, { path: '/' });
await look('votes', phones.open, {
  act: async (page) => (
    await vote(page),
    await page.waitForTimeout(300),
    await page.goto('http://stage.test/my-votes')
  ),
});
await look('removed', phones.open, {
  act: async (page) => {
    await vote(page);
    await page.waitForTimeout(300);
    await page.goto('http://stage.test/my-votes');
    await press(page, /^Remove/);
  },
});
await look('no-votes', null, { path: '/my-votes' });
await look('verify', null, { path: '/verify' });
await look('verify-own', phones.open, {
  act: async (page) => {
    await vote(page);
    await page.waitForTimeout(300);
    await page.goto('http://stage.test/verify#5X8VG-PCP7E');
    const buffer = Buffer.from(phones.exported('5X8VG-PCP7E'));
    await page.getByLabel('Results file').setInputFiles({ name: 'results.json', mimeType: 'application/json', buffer });
  },
});
await look('ended', phones.ended);
await look('ended-results', phones.endedWithResults, {
  answer: (server, message) =>
    message.type === 'getResults' &&
    server.say({ type: 'publicResults', epoch: 'e', version: 2, activities: phones.PUBLIC }),
});
await look('past', phones.past);
await look('wrong-code', null, {
  path: '/',
  act: async (page) => {
    await page.getByLabel('Code on the screen').fill('ZZZ ZZZ');
    await press(page, 'Join');
  },
});
await look('full', null, { refuse: { code: 4007, reason: 'roomFull' } });
await look('several', phones.several, {
  act: async (page) => {
    await page.getByLabel('Flexible working').check();
    await page.getByLabel('Gender pay').check();
  },
});
await look('twenty', phones.twenty);
await look('arabic', phones.arabic, { act: async (page) => page.locator('.option').nth(1).click() });
await look('arabic-result', phones.arabicResult);
await look('abstain', phones.abstaining, { act: async (page) => page.getByLabel('Prefer not to say').check() });
await look('privacy', phones.open, { act: async (page) => page.getByText('How we know').click() });
await look('ranking-result', phones.rankingResult);
await look('reset', phones.open, {
  act: async (page, say) => (await vote(page), say({ ...phones.open2, version: 2 })),
});
await browser.close();
process.exit(failed > 0 ? 1 : 0);
