import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Journeys in a real browser against the packaged server. One after the other: they share two cores with the server. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    include: ['journeys/**/*.e2e.ts'],
    environment: 'node',
    globalSetup: ['setup/global.ts'],
    fileParallelism: false,
    isolate: false,
    // A browser on a crowded machine loses a press now and then, and says so here; what fails twice is broken.
    retry: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['verbose'],
  },
});
