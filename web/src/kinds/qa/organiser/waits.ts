import type { Id } from '../../../protocol/messages.gen.ts';

type Ref = { id: Id; rev: number };

/**
 * One moderator's acts on questions: those on the same question one after the other, so that they do not quarrel with
 * each other; those on different ones side by side.
 */
export class Waits {
  private readonly last = new Map<Id, Promise<unknown>>();
  /** What one's own acts made of a revision. Somebody else's change is not in it, so it is still met as a conflict. */
  private readonly own = new Map<string, number>();

  /** @param act called when what was done to these questions before is answered */
  take<T>(ids: readonly Id[], act: () => Promise<T>): Promise<T> {
    const before = ids.flatMap((id) => this.last.get(id) ?? []);
    const mine = before.length === 0 ? act() : Promise.allSettled(before).then(act);
    const over = mine.then(
      () => undefined,
      () => undefined,
    );
    for (const id of ids) {
      this.last.set(id, over);
      void over.then(() => this.last.get(id) === over && this.last.delete(id));
    }
    return mine;
  }

  /** An act on this revision is done. */
  did({ id, rev }: Ref): void {
    this.own.set(`${id} ${rev}`, rev + 1);
  }

  /** The revision that one's own acts have led to from the one that was seen. */
  newest({ id, rev }: Ref): Ref {
    let now = rev;
    for (let next = this.own.get(`${id} ${now}`); next !== undefined; next = this.own.get(`${id} ${now}`)) now = next;
    return { id, rev: now };
  }
}
