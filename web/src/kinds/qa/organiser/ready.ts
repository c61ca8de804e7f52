import type { Ready } from '../../../organiser/event/prepare/ready/kinds.ts';

export default {
  kind: 'qa',
  ready: ({ state, asking, check }) => {
    const title = 'Questions.';
    if (state === 'draft') return { tone: 'look', title, text: 'They are off: phones have no place to ask.' };
    if (!asking) return { tone: 'look', title, text: 'They are on, but nobody can ask now.' };
    return { tone: 'good', title, text: check === 'after' ? 'On; shown at once.' : 'On; shown once approved.' };
  },
} satisfies Ready<'qa'>;
