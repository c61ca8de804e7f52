import type { Sent, Summary } from './summary.ts';
import { summary } from './summary.ts';

export interface Page {
  events: Sent[];
  next: string | null;
  total: number | null;
}
/** Reads a page of the list of events; null when it could not be read. */
export type Read = (query: Record<string, string>) => Promise<Page | null>;

/** One part of the events, page by page. A later reading wins. */
export class Listing {
  /** The pages read so far; null before the first. */
  events = $state.raw<Summary[] | null>(null);
  /** How many there are in all; null while words are looked for. */
  total = $state.raw<number | null>(null);
  /** Whether there are more than are shown. */
  more = $state(false);
  loading = $state(false);
  private next: string | null = null;
  private reading = 0;

  constructor(
    private readonly read: Read,
    private readonly query: () => Record<string, string>,
    /** How many pages are read at once, as far as there are so many. */
    private readonly pages = 1,
  ) {}

  /** The first page anew. */
  load(): Promise<void> {
    return this.pagesAfter(null);
  }

  async showMore(): Promise<void> {
    if (!this.loading && this.more) await this.pagesAfter(this.next);
  }

  /** Changes what is shown of one, or takes it away. */
  replace(id: string, next: Summary | null): void {
    if (!this.events?.some((event) => event.id === id)) return;
    this.events = this.events.flatMap((event) => (event.id === id ? (next ?? []) : event));
    if (next === null && this.total !== null) this.total--;
  }

  forget(): void {
    this.reading++;
    this.events = null;
    this.more = false;
  }

  /** Few of what is looked for may be far apart, so pages without an event are read past. */
  private async pagesAfter(after: string | null): Promise<void> {
    const mine = ++this.reading;
    this.loading = true;
    let found = after === null ? [] : (this.events ?? []);
    const before = found.length;
    let page: Page | null;
    let left = this.pages;
    do {
      page = await this.read({ ...this.query(), ...(after !== null && { after }) });
      if (mine !== this.reading) return;
      if (!page) break;
      const known = new Set(found.map((event) => event.id));
      found = [...found, ...page.events.filter((event) => !known.has(event.id)).map(summary)];
      after = page.next;
      left--;
    } while (page.next !== null && (left > 0 || found.length === before));
    this.loading = false;
    if (!page) return;
    this.events = found;
    this.total = page.total;
    this.next = page.next;
    this.more = page.next !== null;
  }
}
