import { storage } from './browser.ts';

const KEPT = 'plenary.vibrate';
/** One short push: felt in a hand, not heard in a hall. */
const PUSH_MS = 120;

/** A phone that vibrates when voting opens: off until its owner wants it, and never where motion is not wanted. */
export const vibration = {
  possible: (): boolean => 'vibrate' in navigator && !matchMedia('(prefers-reduced-motion: reduce)').matches,
  on(): boolean {
    try {
      return storage()?.getItem(KEPT) === 'on';
    } catch {
      return false;
    }
  },
  /** Returns what is true now. A phone that is asked for it shows at once how it feels. */
  turn(on: boolean): boolean {
    try {
      if (on) storage()?.setItem(KEPT, 'on');
      else storage()?.removeItem(KEPT);
    } catch {
      return false; // where nothing can be kept it stays off
    }
    if (on) this.push();
    return on;
  },
  opened(): void {
    if (this.on()) this.push();
  },
  push(): void {
    if (this.possible()) navigator.vibrate(PUSH_MS);
  },
};
