import { clear, nearestPlace, type Box } from './space.ts';
import { rungs, wantedSizes } from './sizes.ts';
import type { Found, Newcomer, Search, Spot, Standing } from './standing.ts';

/** What people wrote, as often as they did. */
export interface Term {
  id: string;
  text: string;
  /** People. */
  count: number;
}

/** Lengths are in rem. */
export interface Frame {
  width: number;
  height: number;
  /** Letters that can be read from the back: nothing is smaller. */
  least: number;
  /** Letters of the largest word there may be. */
  most: number;
  /** How wide a text is, in sizes of its letters. */
  measure: (text: string) => number;
}

/** A word and where its middle is, from the middle of the frame. */
export interface Placed extends Term {
  x: number;
  y: number;
  /** Of its letters. */
  size: number;
}

export interface Picture {
  /** Most counted first. */
  words: readonly Placed[];
  /** Terms for which there is no room. */
  left: number;
}

/** Height of a word, in sizes of its letters: accents of capitals and descenders are in it. */
export const TALL = 1.24;
/** Kept free around a word, in sizes of its letters. */
const AIR = 0.22;
/** Room to grow that a newcomer looks for, in sizes of its letters: the most in an empty frame, then less. */
const GROWTH = { most: 2.4, usual: 1.25 };
/** Newcomers leave the first of all what is theirs by the numbers, and a little to grow into. */
const FIRSTS = 15;
const RESERVE = 1.15;
/** A word that is given less than so much of its size is in want of room. */
const SQUEEZED = 0.85;
/** Words of so much fewer people make room for it, so many in one picture. */
const MINOR = 1 / 3;
const LEAVING = 4;
/** Shares of the sizes that the numbers give, tried for the first picture one after the other. */
const FIRST = [1, 0.87, 0.76, 0.66];
/** Of so many words of the fewest people one leaves for a word that has no place at all. */
const TRIED = 24;

/**
 * Places the words of a cloud, picture after picture: who has a place keeps it, grows and shrinks around its middle,
 * and newcomers find theirs. Nothing overlaps, nothing leaves the frame, and what is of more people is never smaller.
 * The same history gives the same picture. Why so: src/docs/adr/0020.
 */
export class Placer {
  private readonly spots = new Map<string, Spot>();
  /** What had to leave, and of how many people it was: with as many it comes back to its own place only. */
  private readonly gone = new Map<string, { spot: Spot; count: number }>();

  constructor(private readonly frame: Frame) {}

  /** @param terms in any order, each id once */
  next(terms: readonly Term[]): Picture {
    if (this.spots.size > 0) return this.place(terms, 1);
    // The first picture: letters that are a little smaller from the start let all of them be as the numbers have it.
    for (const share of FIRST) {
      this.spots.clear();
      this.gone.clear();
      const picture = this.place(terms, share);
      if (share === FIRST.at(-1) || picture.left > 0 || this.whole(picture, terms, share)) return picture;
    }
    return { words: [], left: 0 };
  }

  /** Whether every word has the size that its number gives it, or nearly. */
  private whole({ words }: Picture, terms: readonly Term[], share: number): boolean {
    const wanted = this.wanted([...terms].sort(order), share);
    return words.every(({ size }, at) => size >= wanted[at]! * SQUEEZED);
  }

  private wanted(sorted: readonly Term[], share: number): number[] {
    const { least } = this.frame;
    const sizes = wantedSizes(
      sorted.map(({ count, text }) => ({ count, width: this.frame.measure(text) + AIR, height: TALL + AIR })),
      this.frame,
    );
    return share === 1 ? sizes : sizes.map((size) => Math.max(least, size * share));
  }

  private place(terms: readonly Term[], share: number): Picture {
    const sorted = [...terms].sort(order);
    this.keep(sorted);
    const widths = sorted.map(({ text }) => this.frame.measure(text));
    const wanted = this.wanted(sorted, share);
    this.makeRoom(sorted, wanted);
    const sized = this.sized(sorted, wanted);
    const search: Search = {
      sorted,
      sizes: sized,
      growth: this.growth(widths, wanted),
      taken: this.taken(sorted, wanted, sized),
      full: [],
      hopeless: Infinity,
    };
    for (const [at, term] of sorted.entries()) {
      if (this.spots.has(term.id)) continue;
      const newcomer = { ...term, width: widths[at]!, size: wanted[at]! };
      const found =
        this.back(newcomer, search) ?? this.find(newcomer, search) ?? this.instead(newcomer, at + 1, search);
      if (!found) continue;
      this.spots.set(term.id, { x: found.x, y: found.y, text: term.text, width: newcomer.width });
      this.gone.delete(term.id);
      search.sizes.set(term.id, found.size);
      const size = at < FIRSTS ? wanted[at]! * RESERVE : found.size;
      search.taken.set(term.id, box({ ...found, width: newcomer.width }, size));
    }
    const sizes = this.sized(sorted, wanted);
    const words = sorted.flatMap((term) => {
      const spot = this.spots.get(term.id);
      return spot ? [{ ...term, x: spot.x, y: spot.y, size: sizes.get(term.id)! }] : [];
    });
    return { words, left: sorted.length - words.length };
  }

  /** Whoever is gone gives its place free; so does who has another text, if that has no room there. */
  private keep(terms: readonly Term[]): void {
    const texts = new Map(terms.map(({ id, text }) => [id, text]));
    for (const id of this.spots.keys()) if (!texts.has(id)) this.spots.delete(id);
    for (const id of this.gone.keys()) if (!texts.has(id)) this.gone.delete(id);
    for (const { id, text } of terms) {
      const spot = this.spots.get(id);
      if (!spot || spot.text === text) continue;
      this.spots.delete(id);
      const renamed = { ...spot, text, width: this.frame.measure(text) };
      const others = [...this.spots.values()].map((other) => box(other, this.frame.least));
      if (this.free(renamed, others)) this.spots.set(id, renamed);
    }
  }

  /** Whether there is room for it in its smallest letters. */
  private free(spot: Spot, taken: Iterable<Box>): boolean {
    const { width, height, least } = this.frame;
    const own = box(spot, least);
    if (Math.abs(own.x) + own.w / 2 > width / 2 || Math.abs(own.y) + own.h / 2 > height / 2) return false;
    for (const other of taken) if (!clear(own, other)) return false;
    return true;
  }

  private taken(terms: readonly Term[], wanted: readonly number[], sizes: ReadonlyMap<string, number>) {
    const taken = new Map<string, Box>();
    for (const [at, { id }] of terms.entries()) {
      const spot = this.spots.get(id);
      const size = sizes.get(id);
      if (spot && size) taken.set(id, box(spot, at < FIRSTS ? Math.max(size, wanted[at]!) * RESERVE : size));
    }
    return taken;
  }

  /** How much room newcomers look for: what is free is shared out. */
  private growth(widths: readonly number[], wanted: readonly number[]): readonly number[] {
    const area = wanted.reduce((sum, size, at) => sum + size * size * (widths[at]! + AIR) * (TALL + AIR), 0);
    const free = Math.sqrt((0.6 * this.frame.width * this.frame.height) / Math.max(1, area));
    return [Math.min(GROWTH.most, free), GROWTH.usual, 1].filter((growth, at) => at > 0 || growth > GROWTH.usual);
  }

  private standing(terms: readonly Term[], wanted: readonly number[]): Standing[] {
    return terms.flatMap((term, at) => {
      const spot = this.spots.get(term.id);
      return spot ? [{ term, spot, wanted: wanted[at]!, box: box(spot, this.frame.least) }] : [];
    });
  }

  /** What words that have a place are given of it, most counted first: each its least at any rate. */
  private sized(terms: readonly Term[], wanted: readonly number[]): Map<string, number> {
    const placed = this.standing(terms, wanted);
    const sizes = new Map<string, number>();
    let cap = Infinity;
    for (let from = 0; from < placed.length;) {
      let to = from;
      while (placed[to]?.term.count === placed[from]!.term.count) to++;
      const level = placed.slice(from, to);
      const size = Math.min(cap, ...level.map((word) => this.levelled(word, level, placed)));
      for (const word of level) {
        word.box = box(word.spot, size);
        sizes.set(word.term.id, size);
      }
      cap = size;
      from = to;
    }
    return sizes;
  }

  /** How large this word may be while those of as many people are as large. */
  private levelled(word: Standing, level: readonly Standing[], placed: readonly Standing[]): number {
    const { wanted, spot } = word;
    let size = Math.min(
      wanted,
      this.room(word, level.length === 1 ? placed : placed.filter((it) => !level.includes(it))),
    );
    for (const { spot: other } of level) {
      if (other === spot) continue;
      const beside = Math.abs(spot.x - other.x) / ((spot.width + other.width) / 2 + AIR);
      const above = Math.abs(spot.y - other.y) / (TALL + AIR);
      size = Math.min(size, Math.max(beside, above) - 1e-9);
    }
    return Math.max(this.frame.least, size);
  }

  /** How large this word may be between the others as they are. */
  private room({ spot, box: own }: Standing, placed: readonly { box: Box }[]): number {
    const { width, height, least } = this.frame;
    const [wide, tall] = [(spot.width + AIR) / 2, (TALL + AIR) / 2];
    let size = Math.min((width / 2 - Math.abs(spot.x)) / wide, (height / 2 - Math.abs(spot.y)) / tall);
    for (const { box } of placed) {
      if (box === own) continue;
      const beside = (Math.abs(spot.x - box.x) - box.w / 2) / wide;
      const above = (Math.abs(spot.y - box.y) - box.h / 2) / tall;
      size = Math.min(size, Math.max(beside, above));
    }
    // A little less than was found: sums of fractions are not exact.
    return Math.max(least, size - 1e-9);
  }

  /** Where neighbours of far fewer people are all that keeps a word small, they leave. */
  private makeRoom(terms: readonly Term[], wanted: readonly number[]): void {
    let leaving = LEAVING;
    const placed = this.standing(terms, wanted);
    for (const word of placed) {
      if (leaving === 0 || word.wanted <= this.frame.least) return;
      const others = placed.filter((other) => other !== word && this.spots.has(other.term.id));
      if (this.room(word, others) >= word.wanted * SQUEEZED) {
        word.box = box(word.spot, Math.min(word.wanted, this.room(word, others)));
        continue;
      }
      const whole = box(word.spot, word.wanted);
      const minor = others.filter(({ term, box }) => term.count <= word.term.count * MINOR && !clear(whole, box));
      for (const { term } of minor.reverse().slice(0, leaving)) {
        leaving--;
        this.leave(term);
      }
      const rest = others.filter(({ term }) => this.spots.has(term.id));
      word.box = box(word.spot, Math.min(word.wanted, this.room(word, rest)));
    }
  }

  /** The place nearest to the middle in which the word may grow, else fits, else fits in smaller letters. */
  private find({ id, width, size: wanted }: Newcomer, search: Search): Found | null {
    if (this.gone.has(id)) return null;
    for (const size of rungs(wanted, this.frame.least)) {
      for (const more of search.growth) {
        const own = box({ x: 0, y: 0, width }, size * more);
        if (search.full.some(({ w, h }) => own.w >= w && own.h >= h)) continue;
        const at = nearestPlace(own, search.taken, this.frame, id);
        if (at) return { ...at, size };
        search.full.push(own);
      }
    }
    return null;
  }

  /** Its own place, when it had to leave it and it is free again. */
  private back({ id, text, count, width }: Newcomer, search: Search): Found | null {
    const gone = this.gone.get(id);
    if (!gone) return null;
    if (this.free({ ...gone.spot, text, width }, search.taken.values())) {
      return { ...gone.spot, size: this.frame.least };
    }
    if (count > gone.count) this.gone.delete(id);
    return null;
  }

  /** In the place of a word of fewer people, that leaves for it with whoever else of fewer is in the way. */
  private instead({ id, count, width }: Newcomer, behind: number, search: Search): Found | null {
    const { least, width: wide, height } = this.frame;
    if (width >= search.hopeless || this.gone.has(id)) return null;
    const [spanX, spanY] = [(wide - (width + AIR) * least) / 2, (height - (TALL + AIR) * least) / 2];
    if (spanX < 0 || spanY < 0) return null;
    let tried = 0;
    for (let at = search.sorted.length - 1; at >= behind && tried < TRIED; at--) {
      const spot = this.spots.get(search.sorted[at]!.id);
      if (!spot || search.sorted[at]!.count >= count) continue;
      tried++;
      const { x, y } = { x: within(spot.x, spanX), y: within(spot.y, spanY) };
      const leaving = this.inTheWay(box({ x, y, width }, least), search.taken);
      const terms = search.sorted.slice(behind).filter((term) => leaving.has(term.id) && term.count < count);
      if (terms.length > LEAVING || terms.length < leaving.size) continue;
      for (const term of terms) {
        this.leave(term);
        search.taken.delete(term.id);
      }
      search.full = [];
      return { x, y, size: least };
    }
    search.hopeless = width;
    return null;
  }

  private inTheWay(own: Box, taken: ReadonlyMap<string, Box>): Set<string> {
    const found = new Set<string>();
    for (const [id, other] of taken) if (!clear(own, other)) found.add(id);
    return found;
  }

  private leave({ id, count }: Term): void {
    this.gone.set(id, { spot: this.spots.get(id)!, count });
    this.spots.delete(id);
  }
}

const box = ({ x, y, width }: { x: number; y: number; width: number }, size: number): Box => ({
  x,
  y,
  w: (width + AIR) * size,
  h: (TALL + AIR) * size,
});

const order = (a: Term, b: Term): number => b.count - a.count || (a.id < b.id ? -1 : 1);
const within = (at: number, span: number): number => Math.max(-span, Math.min(span, at));
