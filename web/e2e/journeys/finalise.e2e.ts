import { expect, test } from 'vitest';
import { accessible } from '../support/axe.ts';
import { text } from '../support/http.ts';
import { HALL, open, organiser, PHONE, shared, signedInDevice } from '../support/people.ts';
import { Phone } from '../support/phone.ts';
import { PRIORITY } from '../support/polls.ts';

test('a finalised poll takes no votes, its result stays, and a receipt is found in the published file', async () => {
  const desk = await organiser().event('Finalised', [{ ...PRIORITY, results: 'everyone' }]);
  await desk.open(0);
  const phones = await Promise.all([1, 2, 3].map(() => Phone.join(desk)));
  const receipts: string[] = [];
  for (const phone of phones) {
    await phone.vote('Gender pay');
    receipts.push(await phone.counted('Gender pay'));
  }
  expect(new Set(receipts).size).toBe(3);
  const stage = await open(desk.stage, HALL);
  await stage.locator('.share span').getByText('3', { exact: true }).first().waitFor();

  const page = await (await signedInDevice(shared().base, shared().cookie)).newPage();
  await page.goto(`${shared().base}/organiser/events/${desk.event}`);
  await page.getByRole('button', { name: 'Finalise…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Finalise this poll?' });
  await dialog.getByText('This cannot be undone').waitFor();
  await accessible(page, 'finalise', { phone: true });
  await dialog.getByRole('button', { name: 'Finalise for good' }).click();
  await page.getByText('Finalised: nobody can find out who voted what.').waitFor();
  await accessible(page, 'finalised', { phone: true });
  expect(
    await page.getByRole('button', { name: /^(Open voting|Lock voting|Reopen voting|Reset…|Finalise…)/ }).count(),
  ).toBe(0);

  for (const phone of phones) {
    await phone.sees('(3)');
    await phone.button('Vote').or(phone.button('Change my vote')).first().waitFor({ state: 'hidden' });
    await phone.page.locator('summary').getByText('Only totals are left.').click();
    await phone.sees(/This poll is finalised: only its totals are left/);
  }
  await accessible(phones[0]!.page, 'finalised, on the phone');
  await stage.locator('.share span').getByText('3', { exact: true }).first().waitFor();

  const results = await text(shared().base, `/api/v1/events/${desk.event}/results.json`, shared().cookie);
  expect(results).not.toContain(receipts[0]);
  const verify = await open(`${shared().base}/verify`, PHONE);
  await verify.getByRole('heading', { name: 'Was my vote counted?' }).waitFor();
  await accessible(verify, 'verify, nothing chosen', { phone: true });
  const file = (content: string) =>
    verify
      .getByLabel('Results file')
      .setInputFiles({ name: 'results.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  await file(results);
  await verify.getByLabel('Receipt').fill(receipts[1]!.toLowerCase());
  await verify.getByText(`This receipt is among the 3 counted in “${PRIORITY.question}”.`).waitFor();
  await accessible(verify, 'verify, found', { phone: true });
  await verify.getByLabel('Receipt').fill('ZZZZZ-ZZZZZ');
  await verify.getByText('ZZZZZ-ZZZZZ is not among the receipts in this file.').waitFor();
  const changed = results.replace(/("voted"\s*:\s*)3/, (_, name) => `${name}4`);
  expect(changed).not.toBe(results);
  await file(changed);
  await verify.getByText('The digest of this file does not fit').waitFor();
  await accessible(verify, 'verify, changed', { phone: true });
  await file('{}');
  await verify.getByText('This is not a results file').waitFor();
});
