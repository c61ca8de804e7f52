import { chromium, type BrowserServer } from 'playwright-core';
import { unpack } from './chromium.ts';

/** Nothing that talks to anybody but the server under test; root in a container has no sandbox to use. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
];

export async function launchBrowser(): Promise<BrowserServer> {
  const { executablePath, env } = await unpack();
  return chromium.launchServer({
    executablePath,
    env: { ...process.env, ...env } as Record<string, string>,
    headless: true,
    args: quiet,
    handleSIGINT: false,
  });
}
