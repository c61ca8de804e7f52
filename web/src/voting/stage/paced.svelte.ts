import { untrack } from 'svelte';

/** How often bars move at most, milliseconds. */
export const PACE_MS = 1_000;
/** So long after a bar has overtaken, it is said who leads. */
export const LEAD_MS = 800;

/**
 * The newest of something, taken over at most once a second; what `at` names is shown at once when it changes (another
 * round, another state). To be made in a component.
 */
export class Paced<T> {
  now: T = $state.raw() as T;
  private since = 0;

  constructor(given: () => T, at: () => string) {
    this.now = untrack(given);
    let named = untrack(at);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = () => {
      this.since = performance.now();
      this.now = untrack(given);
    };
    $effect(() => {
      const next = given();
      const name = at();
      if (next === untrack(() => this.now)) return;
      const wait = name === named ? PACE_MS - (performance.now() - this.since) : 0;
      named = name;
      clearTimeout(timer);
      if (wait <= 0) take();
      else timer = setTimeout(take, wait);
    });
    $effect(() => () => clearTimeout(timer));
  }
}

/** Who leads, as it is said: a while after it is so, that bars may grow first; at once when there was nobody. */
export class Lead {
  now: ReadonlySet<string> = $state.raw(new Set<string>());

  constructor(given: () => readonly string[]) {
    this.now = new Set(untrack(given));
    // By value: a tally makes a new list each time, which would put off what is to be said for as long as people vote.
    const named = $derived(JSON.stringify([...given()].sort()));
    $effect(() => {
      const next = JSON.parse(named) as string[];
      const same = untrack(() => next.length === this.now.size && next.every((id) => this.now.has(id)));
      if (same) return;
      if (untrack(() => this.now.size === 0) || next.length === 0) return void (this.now = new Set(next));
      const timer = setTimeout(() => (this.now = new Set(next)), LEAD_MS);
      return () => clearTimeout(timer);
    });
  }
}
