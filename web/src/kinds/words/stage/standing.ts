import type { Term } from './placer.ts';
import type { Box, Point } from './space.ts';

/** What the placer knows of a word that has a place. */
export interface Spot extends Point {
  text: string;
  width: number;
}
export interface Standing {
  term: Term;
  spot: Spot;
  wanted: number;
  box: Box;
}

export interface Newcomer extends Term {
  width: number;
  /** As the numbers have it. */
  size: number;
}
export interface Found extends Point {
  size: number;
}
/** What is known while newcomers look for places. */
export interface Search {
  sorted: readonly Term[];
  sizes: Map<string, number>;
  /** Times its size, the most first. */
  growth: readonly number[];
  /** What newcomers leave free, by id. */
  taken: Map<string, Box>;
  /** Boxes for which there was no room: nor is there for larger ones. */
  full: { w: number; h: number }[];
  /** For as wide a word nobody could leave; the next ones are of fewer people, so it is true for them, too. */
  hopeless: number;
}
