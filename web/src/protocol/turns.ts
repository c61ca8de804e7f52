/**
 * One person's commands that name a revision, one after the other: each is made when it is known what the one before
 * led to, so that nobody's own commands quarrel with each other. What waits behind one that fails, fails with it.
 */
export class Turns {
  private last: Promise<unknown> | null = null;

  /** @param send makes the command of the newest that is known when it is called, and sends it */
  take<T>(send: () => Promise<T>): Promise<T> {
    const mine = this.last ? this.last.then(send) : send();
    this.last = mine;
    const over = () => void (this.last === mine && (this.last = null));
    mine.then(over, over);
    return mine;
  }
}
