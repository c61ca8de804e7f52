import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './setup/longestFirst.ts';
import { PATIENCE_MS } from './support/patience.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
/** Limits end what hangs; how fast something is no journey says: see bench. */
const limits = {
  testTimeout: 5 * PATIENCE_MS,
  hookTimeout: 5 * PATIENCE_MS,
  expect: { poll: { timeout: PATIENCE_MS, interval: 50 } },
} as const;

/**
 * Journeys in a real browser against the packaged server, each with an event of its own. Two at a time for each core:
 * they wait much, but more of them take longer in all, because pages that start beside each other starve. 42 journeys
 * on two cores took 264 s and 512 s of CPU four at a time.
 */
export default defineConfig({
  root,
  test: {
    ...limits,
    environment: 'node',
    isolate: false,
    reporters: ['verbose'],
    globalSetup: ['setup/global.ts'],
    setupFiles: ['setup/each.ts'],
    include: ['journeys/**/*.e2e.ts'],
    maxWorkers: 2 * availableParallelism(),
    retry: 1, // what passes only then is marked "retry x1": a flake, see CONTRIBUTING.md
    sequence: { sequencer: LongestFirst },
  },
});
