import type { Reaction, ReactionCounts } from '../../../protocol/messages.gen.ts';
import { SHAPES } from '../reactions.ts';

/** A frame comes every half second: its reactions rise one after the other over that time, milliseconds. */
const SPREAD_MS = 500;
const RISES_MS = 3_200;
/** More would be neither seen nor cheap. */
export const MOST = 90;
/** Of one kind and frame; beyond that the shapes grow instead. */
export const MOST_OF_ONE = 14;

/** One shape on its way: places and sizes in shares of the height, time in milliseconds. */
export interface Bubble {
  kind: Reaction;
  starts: number;
  x: number;
  size: number;
  sway: number;
}

/** Where a shape is and how well it is seen; null before and after. */
export interface Look {
  x: number;
  y: number;
  size: number;
  alpha: number;
}

/** The shapes that rise when a room reacts. Pure: time and chance are passed in. */
export class Shower {
  bubbles: Bubble[] = [];

  constructor(private readonly random: () => number) {}

  /** Adds what was shown since the frame before. */
  add(added: ReactionCounts, now: number): void {
    this.bubbles = this.bubbles.filter((bubble) => now - bubble.starts < RISES_MS);
    for (const { name } of SHAPES) {
      const many = Math.min(added[name], MOST_OF_ONE);
      const size = 0.045 + 0.03 * Math.min(1, Math.log10(Math.max(1, added[name] / MOST_OF_ONE)));
      for (let i = 0; i < many && this.bubbles.length < MOST; i++) {
        const starts = now + (SPREAD_MS * (i + this.random())) / many;
        this.bubbles.push({
          kind: name,
          starts,
          x: this.random(),
          size: size * (0.85 + 0.3 * this.random()),
          sway: (this.random() - 0.5) * 0.08,
        });
      }
    }
  }

  /** Whether anything is still on its way. */
  rising(now: number): boolean {
    return this.bubbles.some((bubble) => now - bubble.starts < RISES_MS);
  }

  /** `x` from 0 to 1 across, `y` from 0 at the bottom to 1 at the top. */
  look(bubble: Bubble, now: number): Look | null {
    const age = (now - bubble.starts) / RISES_MS;
    if (age < 0 || age >= 1) return null;
    const grown = Math.min(1, age * 8);
    return {
      x: bubble.x + bubble.sway * Math.sin(age * 9),
      y: age * (2 - age),
      size: bubble.size * grown,
      alpha: Math.min(1, (1 - age) * 2.5),
    };
  }
}
