import { untrack } from 'svelte';
import { byMean, type MeanRow } from '../means.ts';

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
  readonly rows: readonly R[] = $derived.by(() => inOrder(this.given(), this.order));

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

/** Each once, also while there are others than those that were sorted: new ones stand at the end. */
export function inOrder<R extends Row>(rows: readonly R[], order: readonly string[] | null): readonly R[] {
  if (order === null) return rows;
  const at = new Map(order.map((id, index) => [id, index]));
  const place = ({ id }: Row) => at.get(id) ?? order.length;
  return [...rows].sort((a, b) => place(a) - place(b));
}

/** Rows that always stand in the order of their means; level ones stay as they stood. To be made in a component. */
export function placedByMean<R extends MeanRow>(given: () => readonly R[]): Sorted<R> {
  let stood: string[] = [];
  return new Sorted<R>(
    given,
    () => true,
    (rows) => {
      const sorted = byMean(rows, stood);
      stood = sorted.map(({ id }) => id);
      return sorted;
    },
  );
}
