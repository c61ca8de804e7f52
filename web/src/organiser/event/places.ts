import { PLACES, type Place } from '../route.ts';
import type { Desk } from './desk.svelte.ts';
import { moderating } from './kinds.ts';

/** What a place is called, and the rights with any of which there is something to do: names of roles.md. */
const all: Record<Place, { words: string; rights: readonly string[] }> = {
  prepare: { words: 'Prepare', rights: ['editActivity'] },
  run: { words: 'Run', rights: ['setStage'] },
  moderate: { words: 'Moderate', rights: moderating },
  results: { words: 'Results', rights: ['exportEvent'] },
};

export interface PlaceTab {
  place: Place;
  words: string;
  /** The digit that leads there. */
  key: string;
}

/** The places of whoever sits here, in their order; a digit is a place's own, also where others are missing. */
export const placesOf = (desk: Desk): PlaceTab[] =>
  PLACES.flatMap((place, index) => {
    const { words, rights } = all[place];
    return rights.some(desk.may) ? [{ place, words, key: String(index + 1) }] : [];
  });

/**
 * Where an address without a place, or with one that is not theirs, leads: where they were last, else the first place
 * of their own. So moderators land in Moderate, presenters in Run. Null before the server said who they are.
 */
export function landing(desk: Desk, last: Place | null): Place | null {
  const places = placesOf(desk).map(({ place }) => place);
  return last !== null && places.includes(last) ? last : (places[0] ?? null);
}

const NAME = 'plenary.places';
/** So many events are remembered. */
const MOST = 20;

type Kept = [event: string, place: Place][];

/** Where somebody was last in each event, on this device. */
export class LastPlace {
  constructor(
    private readonly store: Pick<Storage, 'getItem' | 'setItem'> | null,
    private readonly event: string,
  ) {}

  get(): Place | null {
    return this.all().find(([event]) => event === this.event)?.[1] ?? null;
  }

  set(place: Place): void {
    const others = this.all().filter(([event]) => event !== this.event);
    try {
      this.store?.setItem(NAME, JSON.stringify([[this.event, place], ...others].slice(0, MOST)));
    } catch {
      // then the address alone says it
    }
  }

  private all(): Kept {
    try {
      const kept: unknown = JSON.parse(this.store?.getItem(NAME) ?? '[]');
      return Array.isArray(kept) ? kept.filter((each) => PLACES.includes(each?.[1])) : [];
    } catch {
      return [];
    }
  }
}
