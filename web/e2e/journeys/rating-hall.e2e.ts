import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { everyPage } from '../support/hall.ts';
import { organiser } from '../support/people.ts';
import {
  count,
  entriesOf,
  FLEXIBLE,
  make,
  point,
  ratingOf,
  stageStatements,
  told,
  type Given,
} from '../support/rating.ts';
import { misfits } from '../support/stage.ts';
import { thousandsAnswer } from '../support/thousands.ts';
import { completeResults, verifies } from '../support/verifying.ts';

const PEOPLE = 10_000;
const TEXTS = FLEXIBLE.statements.map(({ text }) => text);

/** Every statement has another shape, and some people have no opinion on the last. */
const givenBy = (person: number): Given => [
  person % 7 === 0 ? 2 : 4 + (person % 2),
  1 + (person % 5),
  person % 3 === 0 ? 4 : 1 + (person % 2),
  person % 11 === 0 ? null : 1 + ((person * 7) % 4),
];

const figure = (n: number) => n.toLocaleString('en-GB');

test('ten thousand people rate: stage, remote, desk and phone say what an independent count says', async () => {
  const desk = await organiser().event('Ten thousand rate', [], [], false);
  await make(desk, { ...FLEXIBLE, results: 'everyone' });
  const { boss, stage, remote, phone } = await everyPage(desk);
  await desk.open(0);
  const all = Array.from({ length: PEOPLE }, (_, person) => givenBy(person));
  await thousandsAnswer(desk, 0, PEOPLE - 1, (person) => entriesOf(ratingOf(desk), all[person]!));
  const own = all[PEOPLE - 1]!;
  for (const [at, given] of own.entries()) {
    const names = ['Strongly disagree', 'Disagree', 'Neither agree nor disagree', 'Agree', 'Strongly agree'];
    await point(phone.page, TEXTS[at]!, given === null ? 'No opinion' : names[given - 1]!).check();
  }
  await phone.button('Vote').tap();
  await phone.counted(TEXTS[0]!);
  await desk.voted(0, PEOPLE);
  await desk.lock(0);

  const expected = TEXTS.map((_, at) => count(at, all));
  await expect
    .poll(() => TEXTS.map((_, at) => told(desk, at).points.length))
    .toEqual(expected.map(({ points }) => points.length));
  for (const at of TEXTS.keys()) {
    const { points, none } = expected[at]!;
    expect(told(desk, at)).toEqual({ points, none });
  }
  await expect
    .poll(() => stageStatements(stage))
    .toEqual(
      expected.map(({ disagree, agree, points, none }, at) => [
        TEXTS[at],
        disagree,
        agree,
        `${figure(points.length)}${none > 0 ? ` +${figure(none)}` : ''}`,
      ]),
    );
  const cells = (page: Page) =>
    page
      .getByRole('table', { name: FLEXIBLE.question })
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent!.trim())),
      );
  const table = expected.map(({ points, none, mean }) => [
    ...[1, 2, 3, 4, 5].map((value) => figure(points.filter((each) => each === value).length)),
    expect.any(String),
    expect.any(String),
    mean.toFixed(1),
    figure(points.length),
    figure(none),
  ]);
  for (const page of [stage, remote, boss, phone.page]) await expect.poll(() => cells(page)).toEqual(table);

  const results = await completeResults(desk);
  await verifies(desk, results, results.replace(/"median"\s*:\s*\d/, '$&1'));
  await expect.poll(() => misfits(stage)).toEqual([]);
});
