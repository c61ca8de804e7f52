import type { Command } from '../protocol/commands.ts';
import type { Id, Results } from '../protocol/messages.gen.ts';

/** What a button or key of the presenter leads to: a command, or a sentence saying why there is none. */
export type Move = { command: Command } | { hint: string };

/** How one goes through an activity, in this order. */
export const STEPS = ['open', 'lock', 'reveal', 'next'] as const;
export type Step = (typeof STEPS)[number];

/** A button, and what it sends. */
export interface Action {
  says: string;
  command: Command;
  step: Step;
}

/** An activity, as it was seen. */
interface Seen {
  id: Id;
  rev: number;
}

export const open = ({ id, rev }: Seen): Command => ({ type: 'openActivity', activity: id, rev });
export const lock = ({ id, rev }: Seen): Command => ({ type: 'lockActivity', activity: id, rev });
export const showResults = ({ id, rev }: Seen, results: Results): Command => ({
  type: 'showResults',
  activity: id,
  rev,
  results,
});
