import type { Random } from './environment.ts';

/**
 * Pauses with full jitter: uniform between 0 and a ceiling that doubles with every failure. A hall of phones that lost
 * the same access point then comes back spread out (AWS Architecture Blog, "Exponential Backoff And Jitter").
 */
export class Backoff {
  private failures = 0;

  constructor(
    private readonly random: Random,
    private readonly firstMs: number,
    private readonly mostMs: number,
  ) {}

  /** The next pause in milliseconds, at least `leastMs`. */
  next(leastMs = 0): number {
    const ceiling = Math.min(this.mostMs, this.firstMs * 2 ** this.failures);
    this.failures = Math.min(this.failures + 1, 30);
    return leastMs + this.random() * ceiling;
  }

  reset(): void {
    this.failures = 0;
  }
}
