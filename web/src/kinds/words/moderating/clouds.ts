import type { OrganiserSnapshot, OrganiserWords } from '../../../protocol/messages.gen.ts';

/** What people have written words for, and may be moderated: in the run order, not yet finalised. */
export const cloudsOf = ({ runOrder }: Pick<OrganiserSnapshot, 'runOrder'>): OrganiserWords[] =>
  runOrder.filter(
    (activity): activity is OrganiserWords =>
      activity.kind === 'words' && (activity.state === 'open' || activity.state === 'locked'),
  );

/** The one to begin with: what is open, else what is on stage, else where something waits, else the last. */
export const firstOf = (clouds: readonly OrganiserWords[], staged: string | null): OrganiserWords | undefined =>
  clouds.find(({ state }) => state === 'open') ??
  clouds.find(({ id }) => id === staged) ??
  clouds.find(({ tally }) => (tally.result?.held ?? 0) > 0) ??
  clouds.at(-1);
