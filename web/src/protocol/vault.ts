import type { Slot } from './ballot.ts';
import type { KeyValue } from './environment.ts';

/** What is kept of one event's votes on this phone. */
export interface Kept {
  /** The participant the votes are of. */
  owner: string;
  slots: Record<string, Slot>;
}

/**
 * Keeps votes where a reload and another tab find them. Storage that is full, forbidden, emptied or garbled never stands
 * in the way of voting: then memory is all there is.
 */
export class Vault {
  private memory: Kept;
  private unsaved = false;

  constructor(
    private readonly storage: KeyValue | null,
    private readonly key: string,
    owner: string,
  ) {
    this.memory = { owner, slots: {} };
  }

  /** Read anew each time, because another tab may have written. */
  read(): Kept {
    if (this.unsaved) return this.memory;
    try {
      const kept = understood(this.storage?.getItem(this.key) ?? null);
      if (kept) this.memory = kept;
    } catch {
      // storage may throw at any time; memory stands
    }
    return this.memory;
  }

  write(kept: Kept): void {
    this.memory = kept;
    try {
      this.storage?.setItem(this.key, JSON.stringify(kept));
      this.unsaved = false;
    } catch {
      this.unsaved = true;
    }
  }
}

/** The text as votes; null when it is not; without the slots that make no sense. */
function understood(text: string | null): Kept | null {
  if (text === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(value) || typeof value['owner'] !== 'string' || !isObject(value['slots'])) return null;
  const slots = Object.entries(value['slots']).filter(([, slot]) => isSlot(slot));
  return { owner: value['owner'], slots: Object.fromEntries(slots) as Record<string, Slot> };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isText = (value: unknown) => typeof value === 'string';
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
const isVote = (value: Record<string, unknown>) =>
  isCount(value['seq']) && Array.isArray(value['choice']) && value['choice'].every(isText) && typeof value['abstain'] === 'boolean';

function isSlot(slot: unknown): boolean {
  if (!isObject(slot) || !isCount(slot['seq'])) return false;
  const { pending, counted, refused } = slot;
  return (
    (pending === null || (isObject(pending) && isVote(pending) && isCount(pending['round']) && isCount(pending['castAt']) && ['poll', 'vote', 'question', 'says'].every((name) => isText(pending[name])))) &&
    (counted === null || (isObject(counted) && isVote(counted) && isText(counted['receipt']))) &&
    (refused === null || (isObject(refused) && isCount(refused['seq']) && ['code', 'message', 'question', 'says'].every((name) => isText(refused[name]))))
  );
}
