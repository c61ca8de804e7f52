import type { OrganiserPoll, OrganiserRanking } from '../../src/protocol/messages.gen.ts';
import { count } from './ranking.ts';
import type { Journal } from './swarm.ts';

export interface Recount {
  counts: number[];
  voted: number;
  abstained: number;
}

/** Counts a poll from what the phones were told, with no number of the server's. */
export function recount(poll: Pick<OrganiserPoll, 'id' | 'options'>, ...journals: Journal[]): Recount {
  const people = journals.flatMap((journal) => [...(journal.get(poll.id)?.values() ?? [])]);
  return {
    counts: poll.options.map(({ id }) => people.filter(({ answer }) => answer.includes(id)).length),
    voted: people.filter(({ abstain }) => !abstain).length,
    abstained: people.filter(({ abstain }) => abstain).length,
  };
}

/** The same of a ranking: twice the points and the first places of each option, in its order. */
export function recountRanking(ranking: OrganiserRanking, journal: Journal) {
  const orders = [...(journal.get(ranking.id)?.values() ?? [])].filter(({ abstain }) => !abstain);
  const ids = ranking.options.map(({ id }) => id);
  const { doublePoints, firsts } = count(
    ids,
    orders.map(({ answer }) => answer),
    ranking.unranked,
  );
  return { doublePoints, firsts, voted: orders.length };
}
