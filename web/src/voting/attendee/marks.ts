import type { KeyValue } from '../../protocol/environment.ts';
import type { BallotActivity } from '../activity.ts';

/** What organisers wrote of a ballot, as one text: two that differ are two different things to answer. */
export const written = (activity: BallotActivity): string =>
  JSON.stringify({ ...activity, state: 0, results: 0, tally: 0 });

/**
 * What is marked and not voted yet, as long as this tab is there: over a reload, and over a visit to another room. A
 * storage that is missing or full keeps nothing.
 */
export class Marks<M> {
  constructor(
    private readonly storage: KeyValue | null,
    private readonly key: string,
  ) {}

  /** Null when nothing is kept; `marked` is null when it was marked on something that was written otherwise. */
  read(text: string): { marked: M | null } | null {
    try {
      const [of, marked] = JSON.parse(this.storage!.getItem(this.key)!) as [string, M];
      return { marked: of === text ? marked : null };
    } catch {
      return null;
    }
  }

  keep(text: string, marked: M): void {
    try {
      this.storage?.setItem(this.key, JSON.stringify([text, marked]));
    } catch {
      // then it is gone with the page
    }
  }

  forget(): void {
    try {
      this.storage?.removeItem(this.key);
    } catch {
      // it was not kept
    }
  }
}
