import { Backoff } from '../../../protocol/backoff.ts';
import type { Clock, Random } from '../../../protocol/environment.ts';
import type {
  AttendeeQuestions,
  GetQuestions,
  QuestionOrder,
  ServerMessage,
  WatchQuestions,
} from '../../../protocol/messages.gen.ts';
import { passing } from '../../../protocol/closes.gen.ts';
import { mended, moved, opened, paged, taken, type List } from './list.ts';

type Qa = Pick<AttendeeQuestions, 'id' | 'round'>;

export interface FeedOptions {
  clock: Clock;
  random: Random;
  send: (message: WatchQuestions | GetQuestions) => boolean;
  nextRef: () => number;
}

/** After a missing frame a whole room asks for a new head: spread over this, milliseconds. */
const JITTER_MS = 250;

/** Follows the public list while somebody looks at it: head, pages, frames, and whatever a lost frame takes to mend. */
export class Feed {
  list = $state.raw<List | null>(null);
  order = $state<QuestionOrder>('popular');
  /** A head or a page is on its way. */
  busy = $state(false);
  private qa: Qa | null = null;
  private live = false;
  /** What the next head is for: the reader asked for it, or a gap is to be mended. */
  private intent: 'open' | 'mend' = 'open';
  private ref = 0;
  private cancel: () => void = () => undefined;
  private readonly backoff: Backoff;

  constructor(private readonly options: FeedOptions) {
    this.backoff = new Backoff(options.random, 1_000, 15_000);
  }

  /** Somebody looks. Called again when the Q&A was reset. */
  watch(qa: Qa): void {
    if (this.qa?.id === qa.id && this.qa.round === qa.round) return;
    if (this.list?.round !== qa.round) this.list = null;
    this.qa = { id: qa.id, round: qa.round };
    this.ask(this.list ? 'mend' : 'open');
  }

  /** Nobody looks any more; what is held stays for the next time. */
  unwatch(): void {
    const { qa } = this;
    this.qa = null;
    this.stop();
    if (qa && this.live) {
      this.options.send({
        type: 'watchQuestions',
        ref: this.options.nextRef(),
        activity: qa.id,
        on: false,
        order: this.order,
      });
    }
  }

  /** The reader's press: this order, with everything that is new. */
  show(order: QuestionOrder): void {
    this.order = order;
    if (!this.live && this.list) this.list = taken({ ...this.list, order });
    else this.ask('open');
  }

  /** The page below. */
  more(): void {
    if (!this.list?.more || this.busy || this.list.gap || this.list.order !== this.order) return;
    this.page();
  }

  connected(): void {
    this.live = true;
    this.backoff.reset();
    if (this.qa) this.ask(this.list?.order === this.order ? 'mend' : 'open');
  }

  lost(): void {
    this.live = false;
    this.stop();
  }

  receive(message: ServerMessage): void {
    switch (message.type) {
      case 'questionsHead':
        if (message.ref !== this.ref) return;
        this.done();
        this.list = this.intent === 'mend' && this.list ? mended(this.list, message) : opened(message, this.list);
        this.intent = 'mend';
        return this.gather();
      case 'questionPage':
        if (message.ref !== this.ref || !this.list) return;
        this.done();
        this.list = paged(this.list, message);
        return this.gather();
      case 'questionsMoved':
        if (!this.list || !this.qa || message.activity !== this.qa.id) return;
        this.list = moved(this.list, message);
        if (this.list.gap && this.live) this.later(this.options.random() * JITTER_MS);
        return;
      case 'error':
        if (message.ref !== this.ref || message.ref === 0) return;
        this.done();
        if (passing.has(message.code)) this.later(this.backoff.next(message.retryAfterMs));
    }
  }

  /** After a gap: as many pages as there were. */
  private gather(): void {
    this.backoff.reset();
    if (this.list?.again && this.list.more) this.page();
  }

  private ask(intent: 'open' | 'mend'): void {
    if (intent === 'open') this.intent = 'open';
    if (!this.qa || !this.live) return;
    this.stop();
    this.busy = true;
    this.ref = this.options.nextRef();
    this.options.send({ type: 'watchQuestions', ref: this.ref, activity: this.qa.id, on: true, order: this.order });
  }

  private page(): void {
    const last = this.list?.last;
    if (!this.qa || !this.live || !last) return;
    this.busy = true;
    this.ref = this.options.nextRef();
    const after = { up: last.up, n: last.n };
    this.options.send({ type: 'getQuestions', ref: this.ref, activity: this.qa.id, order: this.order, after });
  }

  private later(ms: number): void {
    this.cancel();
    this.cancel = this.options.clock.after(ms, () => this.ask('mend'));
  }

  private done(): void {
    this.busy = false;
    this.ref = 0;
  }

  private stop(): void {
    this.cancel();
    this.done();
  }
}
