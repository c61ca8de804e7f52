import type { Burst, Hand, Id, QueueHead, QueueItem, QueueMoved, StateCounts } from '../../../protocol/messages.gen.ts';

/** What this page knows of a queue, from one head on. Replaced whole, never changed in place. */
export interface Feed {
  round: number;
  /** Names the line of frames. */
  feed: string;
  frame: number;
  /** Every question heard of, by id. Which of them are shown where is the business of lists. */
  items: ReadonlyMap<Id, QueueItem>;
  counts: StateCounts;
  /** Many people who had asked nothing before. */
  bursts: readonly Burst[];
  /** Where the other moderators are. */
  hands: readonly Hand[];
  /** One's own hand. */
  hand: string;
}

/** From a fresh head. What was known of other questions of the same round stays until it is asked for again. */
export function begin(head: QueueHead, before: Feed | null): Feed {
  const known = before?.round === head.round ? before.items : [];
  const items = new Map([...known, ...head.items.map((item) => [item.id, item] as const)]);
  const { round, feed, frame, counts, bursts = [], hand } = head;
  return { round, feed, frame, items, counts, bursts, hand, hands: others(head.hands, hand) };
}

/** After a frame: the same feed when it is an old one, null when one is missing before it: ask for the head again. */
export function moved(feed: Feed, message: QueueMoved): Feed | null {
  if (message.feed !== feed.feed || message.frame > feed.frame + 1) return null;
  if (message.frame <= feed.frame) return feed;
  return {
    ...feed,
    frame: message.frame,
    counts: message.counts,
    bursts: message.bursts ?? [],
    items: upvoted(learnt(feed.items, message.put ?? []), message.up ?? []),
  };
}

/**
 * With these questions as they are now. One that is older than what is known is not taken: pages and frames may
 * overtake each other.
 */
export function learnt(items: ReadonlyMap<Id, QueueItem>, newer: readonly QueueItem[]): ReadonlyMap<Id, QueueItem> {
  if (newer.length === 0) return items;
  const all = new Map(items);
  for (const item of newer) if (item.rev >= (all.get(item.id)?.rev ?? 0)) all.set(item.id, item);
  return all;
}

/** `ups` is flat: number, upvotes, number, upvotes, … Numbers nobody heard of are left out. */
function upvoted(items: ReadonlyMap<Id, QueueItem>, ups: readonly number[]): ReadonlyMap<Id, QueueItem> {
  if (ups.length === 0) return items;
  const up = new Map(Array.from({ length: ups.length / 2 }, (_, at) => [ups[2 * at]!, ups[2 * at + 1]!]));
  const all = new Map(items);
  for (const [id, item] of items) {
    const count = item.n === undefined ? undefined : up.get(item.n);
    if (count !== undefined && count !== item.up) all.set(id, { ...item, up: count });
  }
  return all;
}

export const others = (hands: readonly Hand[], own: string): Hand[] => hands.filter(({ hand }) => hand !== own);

/** Merged questions by what they were merged into, first asked first. */
export function mergedByRoot(items: readonly QueueItem[]): ReadonlyMap<Id, QueueItem[]> {
  const found = new Map<Id, QueueItem[]>();
  for (const item of items) {
    if (item.state === 'merged' && item.into !== undefined) {
      found.set(item.into, [...(found.get(item.into) ?? []), item]);
    }
  }
  for (const below of found.values()) below.sort((a, b) => a.asked - b.asked);
  return found;
}
