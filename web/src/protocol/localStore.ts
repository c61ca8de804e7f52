import type { KeyValue } from './environment.ts';

/** What is kept of one event on this phone: slots by key, each what is known of one thing its person did. */
export interface Stored<S> {
  /** The participant the slots are of. */
  owner: string;
  slots: Record<string, S>;
}

/**
 * Keeps slots where a reload and another tab find them. Storage that is full, forbidden, emptied or garbled never
 * stands in the way of taking part: then memory is all there is.
 */
export class LocalStore<S> {
  private memory: Stored<S>;
  /** The text that `memory` is of. */
  private text: string | null = null;
  private unsaved = false;

  constructor(
    private readonly storage: KeyValue | null,
    private readonly key: string,
    owner: string,
    /** Whether what was read is a slot; what is not is dropped. */
    private readonly isSlot: (slot: unknown) => boolean,
  ) {
    this.memory = { owner, slots: {} };
  }

  /** Read anew each time, because another tab may have written. */
  read(): Stored<S> {
    if (this.unsaved) return this.memory;
    try {
      const text = this.storage?.getItem(this.key) ?? null;
      if (text === this.text) return this.memory;
      const stored = this.understood(text);
      if (stored) [this.memory, this.text] = [stored, text];
    } catch {
      // storage may throw at any time; memory stands
    }
    return this.memory;
  }

  write(stored: Stored<S>): void {
    this.memory = stored;
    try {
      const text = JSON.stringify(stored);
      this.storage?.setItem(this.key, text);
      this.text = text;
      this.unsaved = false;
    } catch {
      this.unsaved = true;
    }
  }

  /** The text as slots; null when it is not; without the slots that make no sense. */
  private understood(text: string | null): Stored<S> | null {
    if (text === null) return null;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return null;
    }
    if (!isObject(value) || typeof value['owner'] !== 'string' || !isObject(value['slots'])) return null;
    const slots = Object.entries(value['slots']).filter(([, slot]) => this.isSlot(slot));
    return { owner: value['owner'], slots: Object.fromEntries(slots) as Record<string, S> };
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
export const isText = (value: unknown): value is string => typeof value === 'string';
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
