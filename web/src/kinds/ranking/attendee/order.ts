import type { Ranking } from '../../../protocol/messages.gen.ts';
import { ordinal } from '../sentences.ts';

type Asked = Pick<Ranking, 'options' | 'places'>;

/** What a person did to the order, and what it is after that. */
export interface Move {
  /** Ids of options, best first. */
  order: string[];
  /** What happened, for who does not see the numbers move. */
  says: string;
  /** Every place was taken: nothing happened. */
  full: boolean;
}

const moved = (order: string[], says: string): Move => ({ order, says, full: false });
const textOf = ({ options }: Asked, id: string): string => options.find((option) => option.id === id)?.text ?? '';
const now = (asked: Asked, order: readonly string[], id: string): string =>
  `${textOf(asked, id)} is now ${ordinal(order.indexOf(id) + 1)}`;

/**
 * A tap: an option that has no place gets the next one, or the only one there is; one that has a place gives it back,
 * and the others move up.
 */
export function press(asked: Asked, order: readonly string[], id: string): Move {
  if (order.includes(id)) return takeBack(asked, order, id);
  if (asked.places === 1) return moved([id], `${now(asked, [id], id)}.`);
  if (order.length >= asked.places) return { order: [...order], says: '', full: true };
  const next = [...order, id];
  return moved(next, `${now(asked, next, id)} of ${asked.places}.`);
}

function takeBack(asked: Asked, order: readonly string[], id: string): Move {
  const next = order.filter((each) => each !== id);
  const follower = next[order.indexOf(id)];
  const also = follower === undefined ? '' : ` ${now(asked, next, follower)}.`;
  return moved(next, `${textOf(asked, id)} has no place any more.${also}`);
}

/** One place up (-1) or down (1), in exchange with the neighbour; at the end nothing happens. */
export function shift(asked: Asked, order: readonly string[], id: string, by: 1 | -1): Move {
  const from = order.indexOf(id);
  const other = from < 0 ? undefined : order[from + by];
  return other === undefined ? moved([...order], '') : exchange(asked, order, id, other);
}

function exchange(asked: Asked, order: readonly string[], id: string, other: string): Move {
  const next = order.map((each) => (each === id ? other : each === other ? id : each));
  return moved(
    next,
    `${now(asked, next, id)} of ${asked.places}, ${textOf(asked, other)} ${ordinal(next.indexOf(other) + 1)}.`,
  );
}

/**
 * Gives a place to an option, or to none when `id` is empty. An option that has a place already changes it with the one
 * that is there; another takes the place of the one that is there.
 *
 * @param place from 1, at most the first free one
 */
export function put(asked: Asked, order: readonly string[], place: number, id: string): Move {
  const there = order[place - 1];
  if (id === (there ?? '') || (there === undefined && id === order[order.length - 1])) return moved([...order], '');
  if (id === '') return takeBack(asked, order, there!);
  if (there === undefined) {
    // The last place of all that are given, also for an option that had a better one.
    const next = [...order.filter((each) => each !== id), id];
    return moved(next, `${now(asked, next, id)} of ${asked.places}.`);
  }
  if (order.includes(id)) return exchange(asked, order, id, there);
  const next = order.map((each) => (each === there ? id : each));
  return moved(next, `${now(asked, next, id)} of ${asked.places}. ${textOf(asked, there)} has no place any more.`);
}
