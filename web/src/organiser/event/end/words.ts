import type { OrganiserActivity } from '../../../protocol/messages.gen.ts';

export const lockedIn = (activities: readonly OrganiserActivity[]): number =>
  activities.filter(({ state }) => state === 'locked').length;

export const counted = (n: number): string => (n === 1 ? '1 activity' : `${n} activities`);
