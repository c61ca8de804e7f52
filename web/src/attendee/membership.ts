import type { Clock, NamedKeyValue } from '../protocol/environment.ts';
import type { EventName, RoomName } from '../protocol/messages.gen.ts';

/** A place in an event, as this phone keeps it: what makes the same person come back. */
export interface Membership {
  code: string;
  token: string;
  event: EventName;
  /** Null while it is still to be chosen. */
  room: RoomName | null;
}
export type Place = Membership & { room: RoomName };

/** One entry for each event, so that tabs in different events do not undo each other. */
const PLACE = 'plenary.place.';
const JOINING = 'plenary.joining';
const MOST = 20;

/** The part of a token that names the participant and stays the same. */
export const participant = (token: string): string => token.split('.')[1] ?? token;

interface Options {
  storage: NamedKeyValue | null;
  clock: Pick<Clock, 'now'>;
  /** 22 random symbols. */
  newId: () => string;
  /** Runs it while no other tab does the same. */
  alone: (run: () => void) => void;
}

/**
 * Read from the storage at every use, because other tabs write as well. Storage that is missing, full or garbled gives
 * what this page knows.
 */
export class Memberships {
  /** What could not be stored. */
  private readonly unsaved = new Map<string, string>();

  constructor(private readonly options: Options) {}

  /** The one used last. */
  latest(): Membership | null {
    return this.all()[0] ?? null;
  }

  of(code: string): Membership | null {
    return this.all().find((each) => each.code === code) ?? null;
  }

  /** The place in an event. */
  in(event: string): Membership | null {
    return this.all().find((each) => each.event.id === event) ?? null;
  }

  tokens(): string[] {
    return this.all().map(({ token }) => token);
  }

  remember(membership: Membership): void {
    this.put(PLACE + membership.event.id, JSON.stringify({ ...membership, at: this.options.clock.now() }));
    for (const old of this.all().slice(MOST)) this.forget(old.event.id);
  }

  forget(event: string): void {
    this.put(PLACE + event, null);
  }

  /**
   * What this phone joins with until it has a place: the same in every tab, and kept before anything is asked, so that
   * they are one person also when an answer is lost. The next event gets another one.
   */
  joinKey(): Promise<string> {
    return new Promise((resolve) =>
      this.options.alone(() => {
        const kept = this.get(JOINING) ?? '';
        const key = /^[\w-]{22}$/.test(kept) ? kept : this.options.newId();
        if (key !== kept) this.put(JOINING, key);
        resolve(key);
      }),
    );
  }

  joined(): void {
    this.put(JOINING, null);
  }

  private all(): Membership[] {
    const names = new Set(this.unsaved.keys());
    try {
      const { storage } = this.options;
      for (let i = 0; i < storage!.length; i++) names.add(storage!.key(i)!);
    } catch {
      // what is not stored is known all the same
    }
    const read = (name: string): unknown => {
      try {
        return name.startsWith(PLACE) && JSON.parse(this.get(name)!);
      } catch {
        return null; // garbled
      }
    };
    return [...names]
      .map(read)
      .filter(isMembership)
      .sort((a, b) => b.at - a.at);
  }

  private get(name: string): string | null {
    try {
      return this.unsaved.get(name) ?? this.options.storage?.getItem(name) ?? null;
    } catch {
      return null;
    }
  }

  /** Null: it goes. */
  private put(name: string, text: string | null): void {
    if (text === null) this.unsaved.delete(name);
    else this.unsaved.set(name, text);
    try {
      const { storage } = this.options;
      if (text === null) storage?.removeItem(name);
      else storage!.setItem(name, text);
      this.unsaved.delete(name);
    } catch {
      // then this phone comes back as somebody new after a reload; nothing to be done
    }
  }
}

function isMembership(value: unknown): value is Membership & { at: number } {
  const { code, token, event, room } = (value ?? {}) as Partial<Membership>;
  const named = (each: EventName | null | undefined) => typeof each?.id === 'string' && typeof each.name === 'string';
  return typeof code === 'string' && typeof token === 'string' && named(event) && (room === null || named(room));
}
