/** Puts away what a test left. `failed` is the name of the test when it failed, else null. */
export type Ending = (failed: string | null) => unknown;

const endings: Ending[] = [];
let running = false;

/**
 * Says once, where things are made, how they are put away after each test. A hook at the top of a module that journeys
 * share would run for the first file of a worker only: the others find the module loaded.
 */
export const afterEveryTest = (ending: Ending): void => void endings.push(ending);

/** @throws when no test runs whose end would put away what is made now */
export function insideTest(): void {
  if (!running) throw new Error('Nothing would close this: make it in a test. See setup/each.ts.');
}

export function begin(): void {
  running = true;
}

export async function end(failed: string | null): Promise<void> {
  running = false;
  const faults: unknown[] = [];
  for (const ending of endings) {
    try {
      await ending(failed);
    } catch (fault) {
      faults.push(fault); // what the others have to put away is put away all the same
    }
  }
  if (faults.length > 0) throw faults[0];
}
