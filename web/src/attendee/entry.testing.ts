// For tests: a way in, with answers of the server that are given beforehand.
import { ApiError } from '../protocol/api.ts';
import type { NamedKeyValue } from '../protocol/environment.ts';
import { FakeClock, FakeStorage } from '../protocol/fakes.ts';
import { Entry } from './entry.svelte.ts';
import { Memberships } from './membership.ts';

export const answer = {
  token: 'e1.me.sig',
  code: 'H7K2MQ',
  event: { id: 'e1', name: 'Conference' },
  room: { id: 'r1', name: 'Main hall' },
};
export const membership = { ...answer };

export const KEY = 'the-key-of-this-phone0';
/** What a tab knows: another one of the same phone has the same storage. */
export function tab(storage: NamedKeyValue | null, clock = new FakeClock()) {
  return new Memberships({ storage, clock, newId: () => KEY, alone: (run) => run() });
}
/** Hangs until somebody answers. */
export const HANGS = Symbol('hangs');

export function setUp(...answers: unknown[]) {
  return setUpWith(new FakeStorage(), ...answers);
}

export function setUpWith(storage: FakeStorage, ...answers: unknown[]) {
  const clock = new FakeClock();
  const memberships = tab(storage, clock);
  const asked: unknown[] = [];
  const addresses: string[] = [];
  const within: unknown[] = [];
  const request = async <T>(_method: string, _path: string, body?: unknown, withinMs?: number): Promise<T> => {
    asked.push(body);
    within.push(withinMs);
    const next = answers.shift();
    if (next === HANGS) {
      return new Promise((_resolve, reject) => clock.after(withinMs!, () => reject(new ApiError('noAnswer', 'x', 0))));
    }
    if (next instanceof Error) throw next;
    return next as T;
  };
  const entry = new Entry({ request, memberships, clock, random: () => 0.5, entered: (code) => addresses.push(code) });
  return { entry, asked, within, clock, storage, memberships, addresses };
}
export const settle = () => new Promise((resolve) => setTimeout(resolve));
