import type { Clock, KeyValue, Random } from '../../../protocol/environment.ts';
import { storageKey } from '../../../protocol/outbox.ts';
import type { AttendeeQuestions, ClientMessage, OwnQuestions, ServerMessage } from '../../../protocol/messages.gen.ts';
import { lazy } from '../../../ui/lazy.svelte.ts';
import type { Chunk } from './chunk.ts';

export interface DoorOptions {
  event: string;
  owner: string;
  storage: KeyValue | null;
  clock: Clock;
  random: Random;
  /** 128 random bits as text. */
  newId: () => string;
  send: (message: ClientMessage) => boolean;
  nextRef: () => number;
  /** Nobody can ask from here: the organiser looks at what attendees see. */
  preview?: boolean;
}

/** Stands in the first load for the Questions tab, whose code comes later; keeps what must not be missed until then. */
export class Door {
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
    private readonly options: DoorOptions,
    private readonly qa: () => AttendeeQuestions | null,
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
}
