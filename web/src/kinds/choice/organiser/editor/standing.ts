import type { OrganiserPoll } from '../../../../protocol/messages.gen.ts';
import { fromPoll, same, type Editor } from './model.ts';

/**
 * How the poll that is edited stands now, against what the editing began with.
 * - `new`: it is not on the server yet.
 * - `fine`: unchanged, or only what is not edited here changed.
 * - `changed`: another organiser changed what is edited here.
 * - `votes`: votes are in, question and options are frozen.
 * - `gone`: another organiser deleted it.
 */
export type Standing = 'new' | 'fine' | 'changed' | 'votes' | 'gone';

export const hasVotes = (poll: Pick<OrganiserPoll, 'hasVotes' | 'tally'>): boolean =>
  poll.hasVotes || (poll.tally !== null && poll.tally.answers > 0);

/**
 * @param base what the editing began with
 * @param poll the newest of it; undefined when there is no such poll (any more)
 */
export function standing(isNew: boolean, base: Editor, poll: OrganiserPoll | undefined): Standing {
  if (isNew) return 'new';
  if (!poll) return 'gone';
  if (hasVotes(poll)) return 'votes';
  return same(base, fromPoll(poll)) ? 'fine' : 'changed';
}
