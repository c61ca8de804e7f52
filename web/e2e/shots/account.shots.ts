import { test } from 'vitest';
import { device, PHONE, shared, signedInDevice } from '../support/people.ts';
import { shoot } from './shoot.ts';

const LAPTOP = { viewport: { width: 1366, height: 768 } };
const PASSWORD = 'seven words that nobody would guess here';

/** Signing in with a provider and a code, and the page of the own account. */
test('account', async () => {
  const { base, cookie } = shared();
  for (const [name, size] of [
    ['1366', LAPTOP],
    ['390', PHONE],
  ] as const) {
    const page = await (await device(size)).newPage();
    await page.route('**/api/v1/session', (route) =>
      route.fulfill({
        json:
          route.request().method() === 'POST'
            ? { signedIn: false, codeWanted: true, setUp: true }
            : { signedIn: false, setUp: true, provider: 'the Royal College' },
      }),
    );
    await page.goto(`${base}/organiser#provider=unknown`);
    await page.getByRole('link', { name: 'Sign in with the Royal College' }).waitFor();
    await shoot(page, `account-sign-in-${name}`);
    await page.getByLabel('E-mail address').fill('you@example.org');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByLabel('Code').waitFor();
    await shoot(page, `account-code-${name}`);
    const own = await (await signedInDevice(base, cookie, size)).newPage();
    await own.goto(`${base}/organiser/account`);
    const part = own.getByRole('region', { name: 'Two-step sign-in' });
    await part.getByLabel('Present password').fill(PASSWORD);
    await own.emulateMedia({ colorScheme: 'light' });
    await own.screenshot({
      path: new URL(`../out/shots/account-page-${name}.png`, import.meta.url).pathname,
      fullPage: true,
    });
    await part.getByRole('button', { name: 'Set it up' }).click();
    await part.getByRole('img').waitFor();
    await part.scrollIntoViewIfNeeded();
    await shoot(own, `account-factor-${name}`);
    await own.goto(`${base}/organiser/audit`);
    await own.getByRole('table').or(own.getByRole('list')).first().waitFor();
    await shoot(own, `account-audit-${name}`);
  }
});
