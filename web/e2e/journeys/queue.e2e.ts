import { expect, test } from 'vitest';
import { accessible } from '../support/axe.ts';
import { organiser } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { PRIORITY } from '../support/polls.ts';
import { asks, invited, Moderator, questionsOn, toQuestions } from '../support/queue.ts';

const PANELS = 'Why are all the interview panels for band 9 still all male?';
const BANDS = 'Why do interview panels for band 9 have only men on them?';
const WELSH = 'A ydych chi’n cefnogi rhannu swydd ar lefel prif weithredwr?';
const NAMES = 'Why was somebody from my team passed over again?';
const HOSTILE = '<b onmouseover=alert(1)>Bold?</b>';

test('two moderators and an asker: approve, decline, merge, undo, and never in each other’s way', async () => {
  const desk = await organiser().event('Moderated', [PRIORITY]);
  const first = await Moderator.open(desk);
  await first.column.getByRole('button', { name: 'Turn questions on' }).click();
  await first.sees('No questions are waiting.');
  const phone = await Phone.join(desk);
  await toQuestions(phone);
  const second = await Moderator.open(desk, await invited(desk, 'Second moderator'));

  for (const text of [PANELS, BANDS, WELSH, NAMES]) {
    await asks(phone, text);
    await first.row(text).waitFor();
  }
  await phone.yours();
  await first.counts('Waiting', 4);
  await expect
    .poll(second.rows, { message: 'the first asked is the first read' })
    .toEqual([PANELS, BANDS, WELSH, NAMES]);
  await second.page.reload();
  await expect.poll(second.rows, { message: 'also for whoever comes later' }).toEqual([PANELS, BANDS, WELSH, NAMES]);
  await first.row(BANDS).getByText('Like one that waits').waitFor();
  await first.row(WELSH).getByText('Welsh').waitFor();
  await first.press('Home');
  await accessible(first.page, 'four questions waiting', { phone: true });

  // Approved by key: the focus goes on, the asker is told, the other moderator sees it go.
  await first.to(PANELS);
  await second.row(PANELS).getByText('Organiser is here').waitFor();
  await first.press('a');
  await phone.sees('The room sees it as question 1');
  await expect.poll(first.at).not.toBe('');
  await expect.poll(second.rows).not.toContain(PANELS);

  // Taken back without a question: it waits again for everybody, and keeps its number when it is approved after all.
  await first.press('z');
  await expect.poll(second.rows).toContain(PANELS);
  await expect.poll(() => phone.page.locator('main').getByText('The room sees it as question').count()).toBe(0);
  expect(await first.column.getByText('Decline “').count()).toBe(0);
  await first.reach(PANELS);
  await first.press('a');
  await phone.sees('The room sees it as question 1');
  await expect.poll(second.rows).not.toContain(PANELS);

  // Declined with a reason and a note, by the keys alone.
  await first.to(NAMES);
  await first.press('d');
  await first.column
    .getByLabel('Note to the asker, before you choose the reason')
    .fill('Please ask without the person.');
  await first.column.getByRole('button', { name: 'Names a person' }).click();
  await phone.sees('A moderator says: “Please ask without the person.”');
  await first.press('z');
  await first.row(NAMES).waitFor();
  await first.to(NAMES);
  await first.because('Off topic');
  await phone.sees('because it is not about this session');

  // Merged into the published one, taken apart again, and merged once more by the other moderator.
  await first.to(BANDS);
  await first.press('m');
  await first.column.getByRole('group', { name: 'Merge two questions' }).waitFor();
  await first.press('Escape');
  await first.to(BANDS);
  await first.press('m');
  await first.to(PANELS);
  await first.press('Enter');
  await first.row(PANELS).getByText('1 merged').waitFor();
  await phone.sees(`It counts with question 1, which asks the same: “${PANELS}”`);
  await first.press('z');
  await first.row(BANDS).waitFor();
  await second.row(BANDS).waitFor();

  // Both at the same question: the second is told who was faster, and nothing is done twice.
  await second.to(WELSH);
  await first.to(WELSH);
  await second.row(WELSH).getByText('Organiser is here').waitFor();
  await first.press('a');
  await second.sees(/Organiser\u2069 published this just now/); // the name stands in an isolate of its own
  await expect.poll(second.at).toBe(BANDS);
  await second.tab('Published');
  await expect.poll(async () => (await second.rows()).length).toBe(2);
  await second.counts('Declined', 1);
  await second.counts('Waiting', 1);
});

test('from the stage to the archive: highlight, answer, label, search, erase; hostile words stay words', async () => {
  const desk = await organiser().event('All that is done with questions', [PRIORITY]);
  await questionsOn(desk, { check: 'after' });
  const phone = await Phone.join(desk);
  await toQuestions(phone);
  const moderator = await Moderator.open(desk);
  for (const text of [PANELS, WELSH, HOSTILE]) {
    await asks(phone, text);
    await phone.yours();
    await phone.sees(text);
  }
  await moderator.row(HOSTILE).waitFor();
  expect(await moderator.column.locator('b[onmouseover]').count()).toBe(0);

  await moderator.to(PANELS);
  await moderator.press('h');
  await moderator.row(PANELS).getByText('Being answered now').waitFor();
  await phone.sees('Being answered now.');
  await moderator.press('w');
  await phone.sees('It was answered in the room.');

  await moderator.to(WELSH);
  await moderator.press('l');
  await moderator.page.getByLabel('New label').fill('job share');
  await moderator.page.getByRole('button', { name: 'Save labels' }).click();
  await moderator.row(WELSH).getByText('job share').waitFor();
  await moderator.to(WELSH);
  await moderator.press('/');
  await moderator.page.keyboard.type('rhannu swydd');
  await expect
    .poll(async () => moderator.column.locator('[data-question]').allTextContents())
    .toEqual([expect.stringContaining(WELSH)]);
  await moderator.press('Escape');
  await moderator.to(WELSH);
  await moderator.press('r');
  await moderator.page.getByLabel('Answer', { exact: true }).fill('Ydyn.');
  await moderator.page.getByRole('button', { name: 'Publish the answer' }).click();
  await phone.sees('Ydyn.');

  await moderator.to(HOSTILE);
  await moderator.row(HOSTILE).getByRole('button', { name: /^More/ }).click();
  await moderator.row(HOSTILE).getByRole('button', { name: 'Erase…' }).click();
  await moderator.page.getByRole('button', { name: 'Erase for good' }).click();
  await moderator.sees('The text was erased.');
  await moderator.tab('Answered');
  await moderator.to(PANELS);
  await moderator.more(PANELS, 'Archive');
  await moderator.tab('Archived');
  await moderator.row(PANELS).waitFor();
  await moderator.press('Home');
  await accessible(moderator.page, 'archive', { phone: true });
  await moderator.to(PANELS);
  await moderator.row(PANELS).getByRole('button', { name: 'Put back' }).click();
  await moderator.sees('Nothing is in the archive.');
  await moderator.tab('Answered');
  await moderator.row(PANELS).waitFor();
});
