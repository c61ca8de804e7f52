import type { Ready } from '../../../organiser/event/prepare/ready/kinds.ts';

export default {
  kind: 'reactions',
  ready: ({ on }) => ({ tone: 'good', title: 'Reactions.', text: on ? 'On.' : 'Off.' }),
} satisfies Ready<'reactions'>;
