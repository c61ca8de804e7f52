import type { Answers } from '../../organiser/events/answers.ts';

export default {
  kind: 'reactions',
  any: ({ taps }) => Object.values(taps ?? {}).some((n) => typeof n === 'number' && n > 0),
} satisfies Answers;
