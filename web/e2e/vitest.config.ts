import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './setup/longestFirst.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
/** Limits end what hangs; how fast something is no journey says: see bench. */
const limits = {
  testTimeout: 600_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: 60_000, interval: 50 } },
} as const;

/**
 * Journeys in a real browser against the packaged server. Seven at a time: most of what they do is wait, and each has
 * an event of its own.
 */
export default defineConfig({
  root,
  test: {
    ...limits,
    environment: 'node',
    isolate: false,
    reporters: ['verbose'],
    globalSetup: ['setup/global.ts'],
    include: ['journeys/**/*.e2e.ts'],
    maxWorkers: 7,
    retry: 1, // what passes only then is marked "retry x1": a flake, see CONTRIBUTING.md
    sequence: { sequencer: LongestFirst },
  },
});
