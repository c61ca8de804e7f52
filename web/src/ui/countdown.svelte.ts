import { untrack } from 'svelte';
import type { ServerClock } from './serverClock.svelte.ts';

/** So long it says that the time has come, milliseconds; then it goes away by itself. */
export const OVER_MS = 10_000;

/** `2:31`; from an hour on `1:02:31`. */
export function clockFigure(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, two(seconds % 60)];
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** For who only hears it: tens of minutes, the last five one by one; empty when nothing is to be heard. */
export function heard(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  const step = minutes > 10 ? Math.ceil(minutes / 10) * 10 : minutes > 5 ? 10 : minutes;
  return step <= 0 ? '' : step === 1 ? 'less than a minute' : `less than ${step} minutes`;
}

/** What is left of a countdown. To be made in a component. */
export class Countdown {
  private now = $state(0);
  /** Whole seconds, 0 when the time has come; null when none runs, or some while after its end. */
  readonly left: number | null = $derived.by(() => this.rest());

  constructor(
    private readonly until: () => number | undefined,
    clock: ServerClock,
  ) {
    this.now = untrack(clock.now);
    const end = $derived(until());
    $effect(() => {
      if (end === undefined) return;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const tick = () => {
        const left = end - (this.now = clock.now());
        if (left <= -OVER_MS) return;
        timer = setTimeout(tick, left > 0 ? left % 1_000 || 1_000 : OVER_MS + left);
      };
      tick();
      return () => clearTimeout(timer);
    });
  }

  private rest(): number | null {
    const until = this.until();
    if (until === undefined || until - this.now <= -OVER_MS) return null;
    return Math.max(0, Math.ceil((until - this.now) / 1_000));
  }
}
