import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * Pictures of every page in every state, for people to look at; not part of the test. Into e2e/out/shots and src/docs.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    environment: 'node',
    isolate: false,
    fileParallelism: false,
    reporters: ['verbose'],
    globalSetup: ['setup/global.ts'],
    setupFiles: ['setup/each.ts'],
    include: ['shots/**/*.shots.ts'],
    testTimeout: 240_000,
    hookTimeout: 60_000,
  },
});
