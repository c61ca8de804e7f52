import { untrack } from 'svelte';
import type { Hold } from '../../stage/hold.svelte.ts';

/** How long a page of options stands, milliseconds: long enough to be read from the last row. */
export const PAGE_MS = 9_000;

/** Which of several pages is shown: one after the other by itself, unless they are held. To be made in a component. */
export class Pages {
  at = $state(0);

  constructor(count: () => number, hold: Hold) {
    const all = $derived(count());
    const several = $derived(all > 1);
    $effect(() => {
      if (untrack(() => this.at) >= all) this.at = 0;
      if (!several || hold.held) return;
      const timer = setInterval(() => (this.at = (this.at + 1) % all), PAGE_MS);
      return () => clearInterval(timer);
    });
    $effect(() => (several ? hold.offer() : undefined));
  }

  of<T>(rows: readonly T[], size: { rows: number; columns: number; pages: number }): readonly T[] {
    const each = size.rows * size.columns;
    return size.pages < 2 ? rows : rows.slice(this.at * each, (this.at + 1) * each);
  }
}
