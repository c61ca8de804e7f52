import type { TestProject } from 'vitest/node';
import { SignedIn } from '../support/desk.ts';
import { eventOfCode } from '../support/http.ts';
import { launchBrowser } from './browser.ts';
import { Server, type Printed } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser listens. */
    browser: string;
    /** What the shared server printed, and the cookie of an organiser on it. Its grace is short: see `unhurried`. */
    shared: Host;
    /** The same of a server with the grace that a hall has: for journeys about what happens after a lock. */
    unhurried: Host;
  }
}

/** With the links of the event that a new server begins with; a server prints them to a terminal only. */
export type Host = Printed & { cookie: string; stage: string; remote: string };

/** A lock is followed by the grace, which most journeys only sit out. */
const SHORT_GRACE = '3s';

async function host(server: Server): Promise<Host> {
  const who = await SignedIn.first(server.printed);
  const event = await eventOfCode(who.base, who.cookie, server.printed.code.replace(' ', ''));
  const { stage, remote } = (await who.links(event)).rooms[0]!;
  return { ...server.printed, cookie: who.cookie, stage, remote };
}

/** One browser and two servers for all journeys; each makes an event of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const servers = await Promise.all([
    Server.start(process.env['SHOTS_ADDRESS'] ?? null, { PLENARY_GRACE: SHORT_GRACE }),
    Server.start(),
  ]);
  const stop = () => Promise.all(servers.map((server) => server.stop()));
  try {
    const browser = await launchBrowser();
    project.provide('browser', browser.wsEndpoint());
    project.provide('shared', await host(servers[0]));
    project.provide('unhurried', await host(servers[1]));
    return async () => {
      await Promise.all([browser.close(), stop()]);
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
