import type { Audience } from '../protocol/activity.ts';
import type { ServerMessage } from '../protocol/messages.gen.ts';
import type { BallotActivity } from './activity.ts';
import { merge } from './tally.ts';

/** How a ballot of any kind follows its tallies (`Frames`). */
export const frames = {
  frame: <A extends BallotActivity>(audience: Audience, shown: A, message: ServerMessage): A =>
    message.type === 'tally' && message.activity === shown.id ? merge(audience, shown, message.tally) : shown,
  newer<A extends BallotActivity>(audience: Audience, newer: A, { tally: before }: A): A {
    if (!before || !newer.tally || (before.result === null && newer.tally.result !== null)) return newer;
    return merge(audience, newer, before);
  },
};
