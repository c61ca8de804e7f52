import { storageKey } from '../../../protocol/outbox.ts';
import type { AttendeeQuestions, OwnQuestions, ServerMessage } from '../../../protocol/messages.gen.ts';
import { lazy } from '../../../ui/lazy.svelte.ts';
import type { Companion, Place } from '../../../attendee/kinds.ts';
import type { Chunk } from './chunk.ts';

/** Stands in the first load for the Questions tab, whose code comes later; keeps what must not be missed until then. */
export class Door implements Companion {
  /** The tab's code and what it holds, once it is here. */
  chunk = $state.raw<Chunk | null>(null);
  readonly code = lazy(
    () => import('./chunk.ts'),
    ({ open }) => {
      this.chunk = open(this.options, this.qa);
      if (this.own) this.chunk.book.receive(this.own);
      if (this.live) this.chunk.book.connected();
    },
  );
  private live = false;
  private own: OwnQuestions | null = null;

  constructor(
    private readonly options: Place,
    readonly qa: () => AttendeeQuestions | null,
  ) {}

  /** Whether something waits on this phone to be sent, or to be taken back. */
  get waits(): boolean {
    const { storage, event } = this.options;
    try {
      return (
        /"state":"(waiting|discarded)"/.test(storage?.getItem(storageKey('questions', event)) ?? '') ||
        /"pending":\{/.test(storage?.getItem(storageKey('upvotes', event)) ?? '')
      );
    } catch {
      return false;
    }
  }

  receive(message: ServerMessage): void {
    if (message.type === 'ownQuestions') this.own = message;
    this.chunk?.book.receive(message);
  }

  connected(): void {
    this.live = true;
    this.chunk?.book.connected();
  }

  lost(): void {
    this.live = false;
    this.chunk?.book.lost();
  }

  storageChanged = (key: string | null): void => this.chunk?.book.storageChanged(key);

  /** The code comes when the phone has nothing better to do, or at once when it shows or sends something. */
  settle(): (() => void) | void {
    const qa = this.qa();
    if (!qa) return;
    if (qa.live || this.waits) return this.code.load();
    const timer = setTimeout(this.code.load, 2_500);
    return () => clearTimeout(timer);
  }

  get tab(): Companion['tab'] {
    const totals = this.qa()?.totals;
    if (!totals) return null;
    const { published, answered } = totals;
    return { title: 'Questions', count: published + answered, code: this.code, Page: this.chunk?.Page };
  }

  get above(): Companion['above'] {
    const live = this.qa()?.live;
    return live && this.chunk ? { says: `Being answered now: ${live.text}`, View: this.chunk.Live } : null;
  }

  get hint(): string {
    return this.qa()?.asking ? 'You can ask the speakers something under Questions.' : '';
  }

  get heard(): string {
    return this.chunk?.book.news ?? '';
  }

  get told(): string {
    return this.chunk?.book.told ?? '';
  }
}
