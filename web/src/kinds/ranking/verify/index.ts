import type { Recounter } from '../../../verify/recount.ts';

type Listed = { id?: unknown; firsts?: unknown; points?: unknown; score?: unknown };

/** Of two options the one is preferred that has a place, and the better one. */
const prefers = (order: readonly string[], one: string, other: string): boolean =>
  order.includes(one) && (!order.includes(other) || order.indexOf(one) < order.indexOf(other));

/**
 * Twice the points that an order of some of N options gives one of them: N for the first place, one less for each that
 * follows; without a place the mean of the points that are left, or none.
 */
function doublePoints(order: readonly string[], id: string, options: number, unranked: 'mean' | 'zero'): number {
  const at = order.indexOf(id);
  if (at >= 0) return 2 * (options - at);
  return unranked === 'mean' ? options - order.length + 1 : 0;
}

/** Rounded half up to two decimals, exactly. */
const mean = (double: number, people: number): number => Math.floor((100 * double + people) / (2 * people)) / 100;

/**
 * Points, scores, who placed what first, and what beats every other option one to one; no ballot names anything else,
 * or one twice.
 */
export default {
  kind: 'ranking',
  agrees({ options, winner, asked }, ballots) {
    const { unranked } = (asked ?? {}) as { unranked?: unknown };
    if (unranked !== 'mean' && unranked !== 'zero') return false;
    const listed = (Array.isArray(options) ? options : []).map((option): Listed => option ?? {});
    const ids = listed.map(({ id }) => String(id));
    const orders = ballots.flatMap((ballot) => (ballot ? [ballot] : []));
    const sound = orders.every(
      (order) => order.length > 0 && new Set(order).size === order.length && order.every((id) => ids.includes(id)),
    );
    const double = (id: string) =>
      orders.reduce((sum, order) => sum + doublePoints(order, id, ids.length, unranked), 0);
    const many = (one: string, other: string) => orders.filter((order) => prefers(order, one, other)).length;
    const best = ids.find((one) => ids.every((other) => one === other || many(one, other) > many(other, one)));
    return (
      sound &&
      listed.every(
        ({ id, firsts, points, score }) =>
          firsts === orders.filter(([first]) => first === id).length &&
          points === double(String(id)) / 2 &&
          score === (orders.length === 0 ? null : mean(double(String(id)), orders.length)),
      ) &&
      (winner ?? null) === (best ?? null)
    );
  },
} satisfies Recounter;
