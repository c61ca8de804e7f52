import type { TestProject } from 'vitest/node';
import { SignedIn } from '../support/desk.ts';
import { launchBrowser } from './browser.ts';
import { Server, type Printed } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser listens. */
    browser: string;
    /** What the shared server printed, and the cookie of an organiser on it. */
    shared: Printed & { cookie: string };
  }
}

/** One browser and one server for all journeys; each makes an event of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await Server.start(process.env['SHOTS_ADDRESS'] ?? null);
  const browser = await launchBrowser().catch(async (error) => {
    await server.stop();
    throw error;
  });
  const { cookie } = await SignedIn.first(server.printed);
  project.provide('browser', browser.wsEndpoint());
  project.provide('shared', { ...server.printed, cookie });
  return async () => {
    await Promise.all([browser.close(), server.stop()]);
  };
}
