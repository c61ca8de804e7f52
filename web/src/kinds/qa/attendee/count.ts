import type { UpvoteSlot } from '../../../posts/upvotes.ts';

/** What was known when one's own button was pressed. */
export interface Tap {
  /** The count that stood there. */
  at: number;
  /** Whether one's own upvote was in it. */
  had: boolean;
}

const one = (yes: boolean): number => (yes ? 1 : 0);

/** Whether the count has moved since an answered tap: then the server's own number holds it. */
const past = (up: number, slot: UpvoteSlot, tap: Tap): boolean => slot.pending === null && up !== tap.at;

/**
 * A count with one's own tap in it at once: nobody should have to wait half a second for the number to follow the
 * finger.
 */
export function shownUp(up: number, slot: UpvoteSlot, tap: Tap | undefined): number {
  const on = slot.pending?.on ?? slot.on;
  if (tap && past(up, slot, tap)) return up;
  return Math.max(0, up + one(on) - one(tap ? tap.had : slot.on));
}

/** To be noted when the button is pressed, before the tap is cast. */
export const tapped = (up: number, slot: UpvoteSlot, before: Tap | undefined): Tap =>
  before && !past(up, slot, before) ? before : { at: up, had: slot.on };
