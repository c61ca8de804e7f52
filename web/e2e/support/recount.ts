import type { OrganiserPoll } from '../../src/protocol/messages.gen.ts';
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
