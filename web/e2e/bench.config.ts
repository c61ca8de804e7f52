import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What is timed, on a machine that does nothing else: no part of the tests. `npm run bench` */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    environment: 'node',
    reporters: ['verbose'],
    globalSetup: ['setup/global.ts'],
    setupFiles: ['setup/each.ts'],
    include: ['bench/**/*.bench.ts'],
    maxWorkers: 1,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
