import type { Frames } from '../../protocol/activity.ts';

export default {
  kind: 'qa',
  frame(_audience, shown, message) {
    if (message.type !== 'questionTotals' || message.activity !== shown.id || message.round !== shown.round) {
      return shown;
    }
    const live = shown.live && shown.live.n === message.live?.n ? { ...shown.live, up: message.live.up } : shown.live;
    const { totals, open, counts } = message;
    if ('counts' in shown) return counts ? { ...shown, live, counts } : shown;
    return { ...shown, live, totals, ...(open && { open }) };
  },
} satisfies Frames<'qa'>;
