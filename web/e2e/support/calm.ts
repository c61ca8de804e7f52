import { cpus } from 'node:os';

const LOOK_MS = 250;
const LONGEST_MS = 6_000;

function times(): { idle: number; all: number } {
  const sums = { idle: 0, all: 0 };
  for (const { times } of cpus()) {
    sums.idle += times.idle;
    sums.all += Object.values(times).reduce((sum, ms) => sum + ms, 0);
  }
  return sums;
}

/** Waits until half of the machine is free, 6 s at most: what takes time on a busy one says nothing of a page. */
export async function calm(): Promise<void> {
  for (let waited = 0; waited < LONGEST_MS; waited += LOOK_MS) {
    const before = times();
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const after = times();
    if (after.idle - before.idle >= (after.all - before.all) / 2) return;
  }
}
