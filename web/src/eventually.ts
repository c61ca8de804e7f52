/** Far beyond what anything takes, on a machine that does other work too: it only ends what would never come. */
const LIMIT_MS = 60_000;

/**
 * For tests: resolves as soon as `holds` gives something.
 *
 * @param what is waited for, as the error shall say it
 * @param seen the last state, for who reads the error
 */
export async function eventually<T>(
  what: string,
  holds: () => T,
  seen: () => unknown = () => document.body.textContent,
): Promise<T> {
  const end = Date.now() + LIMIT_MS;
  for (let found = holds(); ; found = holds()) {
    if (found) return found;
    if (Date.now() > end) {
      throw new Error(`Waited ${LIMIT_MS / 1_000} s in vain until ${what}. Last seen: ${JSON.stringify(seen())}`);
    }
    await new Promise((again) => setTimeout(again, 5));
  }
}
