import type { Preview } from '../../attendee/preview.ts';

export default {
  kind: 'qa',
  asAttendee({ rev: _rev, anonymised, openCounts: _openCounts, counts, state, ...qa }) {
    if (state === 'draft') return null;
    const totals = { published: counts.published + counts.live, answered: counts.answered };
    return { ...qa, state: state === 'open' ? 'open' : state === 'final' && anonymised ? 'final' : 'locked', totals };
  },
} satisfies Preview<'qa'>;
