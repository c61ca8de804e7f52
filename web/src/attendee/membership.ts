import type { KeyValue } from '../protocol/environment.ts';
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

const KEY = 'plenary.memberships';
const MOST = 20;

/** The part of a token that names the participant and stays the same. */
export const participant = (token: string): string => token.split('.')[1] ?? token;

/** Latest first. Storage that is missing or garbled gives none. */
export class Memberships {
  private all: Membership[];

  constructor(private readonly storage: KeyValue | null) {
    this.all = read(storage);
  }

  latest(): Membership | null {
    return this.all[0] ?? null;
  }

  of(code: string): Membership | null {
    return this.all.find((each) => each.code === code) ?? null;
  }

  remember(membership: Membership): void {
    this.put([membership, ...this.all.filter((each) => each.event.id !== membership.event.id)].slice(0, MOST));
  }

  forget(event: string): void {
    this.put(this.all.filter((each) => each.event.id !== event));
  }

  private put(all: Membership[]): void {
    this.all = all;
    try {
      this.storage?.setItem(KEY, JSON.stringify(all));
    } catch {
      // then this phone comes back as somebody new after a reload; nothing to be done
    }
  }
}

function read(storage: KeyValue | null): Membership[] {
  try {
    const all: unknown = JSON.parse(storage?.getItem(KEY) ?? '[]');
    return Array.isArray(all) ? all.filter(isMembership) : [];
  } catch {
    return [];
  }
}

function isMembership(value: unknown): value is Membership {
  const { code, token, event, room } = (value ?? {}) as Partial<Membership>;
  const named = (each: EventName | null | undefined) => typeof each?.id === 'string' && typeof each.name === 'string';
  return typeof code === 'string' && typeof token === 'string' && named(event) && (room === null || named(room));
}
