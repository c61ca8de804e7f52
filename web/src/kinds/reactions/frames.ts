import type { Frames } from '../../protocol/activity.ts';

export default {
  kind: 'reactions',
  frame: (_audience, shown, message) =>
    message.type === 'reactions' && message.totals && message.activity === shown.id && 'totals' in shown
      ? { ...shown, totals: message.totals }
      : shown, // phones are told no totals
} satisfies Frames<'reactions'>;
