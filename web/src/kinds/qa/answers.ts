import type { Answers } from '../../organiser/events/answers.ts';

export default {
  kind: 'qa',
  any: ({ items }) => Array.isArray(items) && items.length > 0,
} satisfies Answers;
