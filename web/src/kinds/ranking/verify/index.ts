import type { Recounter } from '../../../verify/recount.ts';

type Listed = { id?: unknown; firsts?: unknown };

/** Of two options the one is preferred that has a place, and the better one. */
const prefers = (order: readonly string[], one: string, other: string): boolean =>
  order.includes(one) && (!order.includes(other) || order.indexOf(one) < order.indexOf(other));

/** Who placed what first, and what beats every other option one to one; no ballot names anything else, or one twice. */
export default {
  kind: 'ranking',
  agrees({ options, winner }, ballots) {
    const listed = (Array.isArray(options) ? options : []).map((option): Listed => option ?? {});
    const ids = listed.map(({ id }) => String(id));
    const orders = ballots.flatMap((ballot) => (ballot ? [ballot] : []));
    const sound = orders.every(
      (order) => order.length > 0 && new Set(order).size === order.length && order.every((id) => ids.includes(id)),
    );
    const many = (one: string, other: string) => orders.filter((order) => prefers(order, one, other)).length;
    const best = ids.find((one) => ids.every((other) => one === other || many(one, other) > many(other, one)));
    return (
      sound &&
      listed.every(({ id, firsts }) => firsts === orders.filter(([first]) => first === id).length) &&
      (winner ?? null) === (best ?? null)
    );
  },
} satisfies Recounter;
