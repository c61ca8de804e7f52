import { storage } from '../../../ui/browser.ts';

/** Since when something has been open, as far as this page saw it open; null when it did not. */
export class Since {
  private seen: { key: string; open: boolean } | null = null;
  private at = $state<number | null>(null);

  constructor(
    private readonly now: () => number,
    private readonly store: Pick<Storage, 'getItem' | 'setItem'> | null = storage('sessionStorage'),
  ) {}

  /** @param key of the activity and its round; null when nothing is on stage */
  follow(key: string | null, open: boolean): void {
    const before = this.seen;
    this.seen = key === null ? null : { key, open };
    if (key === null || !open) return void (this.at = null);
    if (before?.key === key && before.open) return;
    // Seen closed, and now open: it was opened just now. Else an earlier look of this page may know.
    this.at = before?.key === key ? this.keep(key) : this.kept(key);
  }

  /** Whole seconds at this moment. */
  seconds(now: number): number | null {
    return this.at === null ? null : Math.max(0, Math.floor((now - this.at) / 1_000));
  }

  private keep(key: string): number {
    const at = this.now();
    try {
      this.store?.setItem('plenary.opened', JSON.stringify([key, at]));
    } catch {
      // then a reload forgets it
    }
    return at;
  }

  private kept(key: string): number | null {
    try {
      const [known, at] = JSON.parse(this.store?.getItem('plenary.opened') ?? '[]') as [string?, number?];
      return known === key && typeof at === 'number' ? at : null;
    } catch {
      return null;
    }
  }
}

/** `1 min 24 s` */
export const spent = (seconds: number): string =>
  seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
