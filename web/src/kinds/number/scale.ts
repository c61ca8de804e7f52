import type { NumberPoll } from '../../protocol/messages.gen.ts';
import { exact, plain, type Exact } from './decimal.ts';

/** From where to where numbers go, and by what. */
export type Scale = Pick<NumberPoll, 'min' | 'max' | 'step'>;

/** As `Bins.MOST` on the server: with more values, neighbours share a counter. */
const MOST_COUNTERS = 500;

/** Steps from the smallest value to a value on a step. */
export const placeOf = ({ min, step }: Scale, value: Exact): bigint => (value - exact(min)) / exact(step);

/** The last place: one less than there are values. */
export const placesOf = (scale: Scale): bigint => placeOf(scale, exact(scale.max));

/** The value at half of so many steps from the smallest. */
export const halfway = ({ min, step }: Scale, twice: bigint): string => plain(exact(min) + (exact(step) * twice) / 2n);

export const valueAt = (scale: Scale, place: bigint): string => halfway(scale, 2n * place);

/** Whether a value is a whole number of steps from the smallest. */
export const onStep = ({ min, step }: Scale, value: Exact): boolean => (value - exact(min)) % exact(step) === 0n;

/**
 * The smallest of 1, 2 and 5 times powers of ten that is a multiple of `of` and fits.
 *
 * @param fits asked of larger and larger ones; of some it has to say yes
 */
export function roundWidth(of: bigint, fits: (width: bigint) => boolean): bigint {
  for (let power = 1n; ; power *= 10n) {
    for (const each of [1n, 2n, 5n]) {
      const width = each * power;
      if (width % of === 0n && fits(width)) return width;
    }
  }
}

/** Values that share a counter, as the server chooses it of what is asked. */
export function counterWidth(scale: Scale): bigint {
  const places = placesOf(scale);
  return roundWidth(1n, (width) => places / width < BigInt(MOST_COUNTERS));
}
