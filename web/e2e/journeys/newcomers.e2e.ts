import { expect, test } from 'vitest';
import { fill } from '../support/askers.ts';
import { accessible } from '../support/axe.ts';
import { organiser } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { asks, Moderator, questionsOn, toQuestions } from '../support/queue.ts';

const MADE_UP = 101;

test('O9: a burst of newcomers is set aside in two presses, brought back in one, and others ask on', async () => {
  const desk = await organiser().event('A burst', []);
  const qa = await questionsOn(desk);
  const texts = Array.from({ length: 2 * MADE_UP }, (_, at) => `Made up, number ${at + 1}?`);
  await fill(desk, qa, texts, 2);
  const moderator = await Moderator.open(desk);
  await moderator.counts('Waiting', texts.length);
  await moderator.sees(`${MADE_UP} new people asked at once.`);
  await accessible(moderator.page, 'moderate: a burst', { phone: true });

  const press = (name: RegExp) => moderator.column.getByRole('button', { name }).click();
  await press(/^Set aside…$/);
  await moderator.sees('Nothing is deleted, and it can be taken back.');
  await press(/^Set 202 aside$/);
  await moderator.counts('Waiting', 0);
  await moderator.sees('202 questions set aside.');
  await accessible(moderator.page, 'moderate: a burst set aside', { phone: true });

  const honest = await Phone.join(desk);
  await toQuestions(honest);
  await asks(honest, 'When is the break?');
  await moderator.counts('Waiting', 1);
  await expect.poll(moderator.rows).toEqual(['When is the break?']);

  await press(/^Bring back$/);
  await moderator.counts('Waiting', texts.length + 1);
});
