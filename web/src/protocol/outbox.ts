import { Backoff } from './backoff.ts';
import { retried } from './closes.gen.ts';
import type { Clock, KeyValue, Random } from './environment.ts';
import type { ClientMessage, ErrorMessage } from './messages.gen.ts';
import { LocalStore } from './localStore.ts';

export interface OutboxOptions<M extends ClientMessage> {
  event: string;
  /** The participant: the part of the token that does not change. */
  owner: string;
  /** Null when the browser has none. */
  storage: KeyValue | null;
  clock: Clock;
  random: Random;
  send: (message: M) => boolean;
  nextRef: () => number;
  onChange: () => void;
}

/**
 * One use of the machine: what it keeps and how that travels. `S` is a slot, all this phone knows of one thing its
 * person does; `I` is what waits in a slot for its answer; `M` is the message that carries it.
 */
export interface Use<S, I extends { castAt: number }, M extends ClientMessage> {
  /** Of what is kept, in the name of the storage: `plenary.votes.EVENT`. */
  name: string;
  empty: S;
  isSlot(slot: unknown): boolean;
  /** Null when nothing waits. */
  pending(slot: S): I | null;
  /** The slot an item belongs to. */
  key(item: I): string;
  /** Tells an item from what came before it in the same slot. */
  id(item: I): string;
  message(item: I, ref: number): M;
  /**
   * Errors that concern the item itself and end it; others concern the connection, and the item waits for a better one.
   */
  final: { has(code: string): boolean };
  /** The slot after such an error. */
  refuse(slot: S, item: I, error: Pick<ErrorMessage, 'code' | 'message'>): S;
  /**
   * The slot once what waits in it may have reached the server, kept before it is sent; left out where that makes no
   * difference.
   */
  tried?(slot: S): S;
  /** A slot in which something waits, when its person had to join anew and is another to the server. */
  takeOver(slot: S): S;
}

/** An answer is due within this; else the same is sent again. Milliseconds. */
const ANSWER_WITHIN_MS = 8_000;
/** So many unanswered messages at once: who tapped a lot without a network is not taken for a machine gun after it. */
const AT_ONCE = 20;

/** Keeps what a person did until the server has answered it, over reloads, lost networks and two tabs. */
export class Outbox<S, I extends { castAt: number }, M extends ClientMessage> {
  /** Why something still waits although there is a connection: the server's own words, or null when all is well. */
  trouble: string | null = null;
  private live = false;
  private readonly store: LocalStore<S>;
  private readonly storageKey: string;
  private readonly backoff: Backoff;
  private readonly sentItems = new Map<string, I>();
  private readonly refs = new Map<number, I>();
  /** Ids the server wants to see later: they wait for the timer. */
  private readonly later = new Set<string>();
  private cancelTimer: () => void = () => undefined;

  constructor(
    private readonly options: OutboxOptions<M>,
    private readonly use: Use<S, I, M>,
  ) {
    this.storageKey = storageKey(use.name, options.event);
    this.store = new LocalStore(options.storage, this.storageKey, options.owner, use.isSlot);
    this.backoff = new Backoff(options.random, 1_000, 15_000);
    this.takeOver();
  }

  slot(key: string): S {
    return this.store.read().slots[key] ?? this.use.empty;
  }

  slots(): Record<string, S> {
    return this.store.read().slots;
  }

  /** What waits, oldest first. */
  pending(): I[] {
    return Object.values(this.slots())
      .flatMap((slot) => this.use.pending(slot) ?? [])
      .sort((a, b) => a.castAt - b.castAt);
  }

  /** The item with this id, when this page sent it. */
  sent(id: string): I | undefined {
    return this.sentItems.get(id);
  }

  /** Changes a slot; what then waits in it is kept on this phone first, then sent. Null: the slot is forgotten. */
  change(key: string, step: (slot: S) => S | null): void {
    const stored = this.store.read();
    const before = stored.slots[key] ?? this.use.empty;
    const after = step(before);
    if (after === before) return;
    const { [key]: _gone, ...others } = stored.slots;
    this.store.write({ ...stored, slots: after === null ? others : { ...stored.slots, [key]: after } });
    this.options.onChange();
  }

  /** Sends what waits and is not on its way. */
  flush(): void {
    if (!this.live) return;
    const onWay = new Set([...this.refs.values()].map((item) => this.use.id(item)));
    for (const item of this.pending()) {
      if (onWay.size >= AT_ONCE) break;
      const id = this.use.id(item);
      if (onWay.has(id) || this.later.has(id)) continue;
      onWay.add(id);
      this.post(item, id);
    }
    if (this.later.size === 0 && this.pending().length > 0) this.again(ANSWER_WITHIN_MS * (1 + this.options.random()));
  }

  /** The connection was welcomed: everything that waits is sent. */
  connected(): void {
    this.live = true;
    this.backoff.reset();
    this.anew();
  }

  lost(): void {
    this.live = false;
    this.refs.clear();
    this.cancelTimer();
    this.hinder(null);
  }

  /** Another tab changed what is kept (the `storage` event). It sends its own; look later whether it did. */
  storageChanged(key: string | null): void {
    if (key !== null && key !== this.storageKey) return;
    this.options.onChange();
    if (this.pending().length > 0) this.again(this.backoff.next(3_000));
  }

  /** An answer came: the slot was changed by whoever understood it. */
  answered(ref: number | null): true {
    this.refs.delete(ref ?? 0);
    this.backoff.reset();
    this.hinder(null);
    if (this.pending().length === 0) this.cancelTimer();
    else this.flush();
    return true;
  }

  /** Give it every error; true when it was about something kept here. */
  failed(error: ErrorMessage): boolean {
    const item = error.ref === null ? undefined : this.refs.get(error.ref);
    if (!item) return false;
    if (this.use.final.has(error.code)) {
      this.change(this.use.key(item), (slot) => this.use.refuse(slot, item, error));
      return this.answered(error.ref);
    }
    this.refs.delete(error.ref ?? 0);
    this.later.add(this.use.id(item));
    this.hinder(error.message);
    if (retried.has(error.code)) this.again(this.backoff.next(error.retryAfterMs));
    else this.cancelTimer(); // until the next connection
    return true;
  }

  private post(item: I, id: string): void {
    const ref = this.options.nextRef();
    this.sentItems.set(id, item);
    this.refs.set(ref, item);
    const { tried } = this.use;
    if (tried) this.change(this.use.key(item), tried);
    this.options.send(this.use.message(item, ref));
  }

  /** Nothing counts as on its way any more. */
  private anew(): void {
    this.later.clear();
    this.refs.clear();
    this.flush();
  }

  private again(ms: number): void {
    this.cancelTimer();
    this.cancelTimer = this.options.clock.after(ms, () => this.anew());
  }

  private hinder(trouble: string | null): void {
    if (trouble === this.trouble) return;
    this.trouble = trouble;
    this.options.onChange();
  }

  /**
   * Somebody who had to join anew is another person to the server: what waits goes with them, what was answered does
   * not.
   */
  private takeOver(): void {
    const stored = this.store.read();
    const { owner } = this.options;
    if (stored.owner === owner) return;
    const waiting = Object.entries(stored.slots).filter(([, slot]) => this.use.pending(slot) !== null);
    this.store.write({
      owner,
      slots: Object.fromEntries(waiting.map(([key, slot]) => [key, this.use.takeOver(slot)])),
    });
  }
}

export const storageKey = (name: string, event: string): string => `plenary.${name}.${event}`;
