import type { Hand, Id } from '../../../protocol/messages.gen.ts';

/** Who else is at a question; null when nobody is. */
export function handsAt(hands: readonly Hand[], id: Id): string | null {
  const who = [...new Set(hands.filter((hand) => hand.id === id).map((hand) => hand.who))];
  if (who.length === 0) return null;
  return who.length === 1 ? `${who[0]} is here` : `${who.slice(0, -1).join(', ')} and ${who.at(-1)} are here`;
}
