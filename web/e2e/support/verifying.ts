import { expect, vi } from 'vitest';
import type { Desk } from './desk.ts';
import { text } from './http.ts';
import { PATIENCE_MS } from './patience.ts';
import { HALL, open } from './people.ts';

/** The file of results, once that of its only activity is complete. */
export const completeResults = (desk: Desk): Promise<string> =>
  vi.waitUntil(
    async () => {
      const file = await text(desk.who.base, `/api/v1/events/${desk.event}/results.json`, desk.who.cookie);
      return (JSON.parse(file) as { results: { complete: boolean }[] }).results[0]!.complete && file;
    },
    { timeout: PATIENCE_MS, interval: 500 },
  ) as Promise<string>;

/** The page that verifies takes a file as it is, and refuses it once a number in it is another. */
export async function verifies(desk: Desk, results: string, forged: string): Promise<void> {
  expect(forged).not.toBe(results);
  const verify = await open(`${desk.who.base}/verify`, HALL);
  const shown = async (content: string) => {
    const file = { name: 'results.json', mimeType: 'application/json', buffer: Buffer.from(content) };
    await verify.getByLabel('Results file').setInputFiles(file);
  };
  const wrong = verify.getByText('does not follow from its ballots');
  await shown(forged);
  await wrong.first().waitFor();
  await shown(results);
  await expect.poll(() => wrong.count()).toBe(0);
  await verify.context().close();
}
