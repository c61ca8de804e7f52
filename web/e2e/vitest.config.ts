import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const common = { environment: 'node', isolate: false, testTimeout: 60_000, hookTimeout: 60_000 } as const;
/** Measured against a budget of time, so nothing else runs meanwhile. */
const ALONE = ['journeys/firstload.e2e.ts'];

/** Journeys in a real browser against the packaged server. Two at a time: most of what they do is wait, and each has an event of its own. */
export default defineConfig({
  root,
  test: {
    reporters: ['verbose'],
    globalSetup: ['setup/global.ts'], // one server and one browser for both projects
    projects: [
      { root, test: { ...common, name: 'alone', include: ALONE, maxWorkers: 1, sequence: { groupOrder: 0 } } },
      { root, test: { ...common, name: 'journeys', include: ['journeys/**/*.e2e.ts'], exclude: ALONE, maxWorkers: 2, sequence: { groupOrder: 1 } } },
    ],
  },
});
