import type { MeanRow } from '../means.ts';

/** A bar of a report's chart, with its numbers. */
export interface Bar {
  text: string;
  /** Its place in the order of the result; null: there is none. */
  place: number | null;
  /** Length of the bar, 0 to 1. */
  share: number;
  /** What the bar shows, in figures. */
  value: string;
  /** A second number. */
  aside: string;
  leads: boolean;
}

/** Of means: a bar is full where everybody gave the most there is, and beside it stands a share of people. */
export const meanBars = (rows: readonly MeanRow[]): Bar[] =>
  rows.map(({ text, place, fill, score, peoplePercent, leads }) => ({
    text,
    place,
    share: fill,
    value: score,
    aside: peoplePercent,
    leads,
  }));
