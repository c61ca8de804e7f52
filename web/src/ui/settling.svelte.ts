/** So long a press is taken as meant for the words before, milliseconds. */
const SETTLES_MS = 600;

/**
 * A button whose words have changed just now: a second press of a double one was meant for the words before it, and
 * must not open and lock, or lock and reveal, in one go.
 */
export class Settling {
  settled = $state(true);
  private before: string | undefined;

  /** Call it in an effect, with the words now. Before the first ones there was nothing to press. */
  says(words: string | undefined): () => void {
    const { before } = this;
    this.before = words;
    if (before === undefined || words === before) return () => undefined;
    this.settled = false;
    const timer = setTimeout(() => (this.settled = true), SETTLES_MS);
    return () => {
      clearTimeout(timer);
      this.settled = true;
    };
  }
}
