import type { ActivityState } from '../protocol/messages.gen.ts';

/** Whether a poll took votes and takes none now; a final one never will again. */
export const closed = (poll: { state: ActivityState }): boolean => poll.state === 'locked' || poll.state === 'final';
