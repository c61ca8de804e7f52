import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Measured against a budget of time, so nothing else runs meanwhile. */
const ALONE = ['journeys/firstload.e2e.ts'];

/** Journeys in a real browser against the packaged server. Two at a time: most of what they do is wait, and each has an event of its own. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    environment: 'node',
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['verbose'],
    globalSetup: ['setup/global.ts'],
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE, maxWorkers: 1, sequence: { groupOrder: 0 } } },
      { extends: true, test: { name: 'journeys', include: ['journeys/**/*.e2e.ts'], exclude: ALONE, maxWorkers: 2, sequence: { groupOrder: 1 } } },
    ],
  },
});
