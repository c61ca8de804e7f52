import type { EventLook } from '../protocol/messages.gen.ts';

/** What HTTP.md calls a report, as far as it is the same for every kind. */
export interface Numbers {
  /** Null when not all rooms are told of. */
  joined: number | null;
  asked: number;
  finalised: number;
  votes: number;
  possible: number;
}

/** What a report says of an activity; the rest is its kind's. */
export interface Entry {
  kind: string;
  /** Only for organisers. */
  id?: string;
  room: string;
}

export interface Report {
  event: {
    name: string;
    startsOn: string;
    endsOn: string;
    timeZone: string;
    /** The host's colours; left out where they are Plenary's own. */
    look?: EventLook;
    /** Where the host's picture is. */
    logo?: string;
  };
  writtenAt: string;
  numbers: Numbers;
  rooms: (Numbers & { name: string })[];
  activities: Entry[];
  losses: string[];
}

/** A piece of a sentence: what people wrote, or what stands out. */
export interface Piece {
  text: string;
  /** An organiser's or asker's own words, which may be in any language and direction. */
  own?: boolean;
}

/** A sentence of words of ours and own words, such as texts of options. */
export type Sentence = readonly (string | Piece)[];

export const own = (text: string): Piece => ({ text, own: true });

/** Texts between commas and an "and": "A", "A and B", "A, B and C". */
export function listed(texts: readonly string[]): Sentence {
  return texts.flatMap((text, at) => [at === 0 ? '' : at === texts.length - 1 ? ' and ' : ', ', own(text)]);
}
