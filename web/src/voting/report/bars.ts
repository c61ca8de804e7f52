/** A bar of a report's chart, with its numbers. */
export interface Bar {
  text: string;
  /** Its place in a ranking; null: there is none. */
  place: number | null;
  /** Length of the bar, 0 to 1. */
  share: number;
  /** What the bar shows, in figures. */
  value: string;
  /** A second number. */
  aside: string;
  leads: boolean;
}
