import { untrack } from 'svelte';

interface Row {
  id: string;
}

/**
 * Rows in the order of the result while they are wanted sorted: they change places at most once a second. To be made
 * in a component.
 *
 * @param byResult sorts them
 */
export class Sorted<R extends Row> {
  private order = $state.raw<string[] | null>(null);
  readonly rows: readonly R[] = $derived.by(() => {
    const rows = this.given();
    const { order } = this;
    return order === null ? rows : rows.map((row, index) => rows.find(({ id }) => id === order[index]) ?? row);
  });

  constructor(
    private readonly given: () => readonly R[],
    wanted: () => boolean,
    byResult: (rows: readonly R[]) => readonly R[],
  ) {
    $effect(() => {
      if (!wanted()) return void (this.order = null);
      const sort = () => (this.order = byResult(untrack(given)).map(({ id }) => id));
      sort();
      const timer = setInterval(sort, 1_000);
      return () => clearInterval(timer);
    });
  }
}
