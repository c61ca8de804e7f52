import type { Frames } from '../../protocol/activity.ts';
import { merge } from '../../voting/tally.ts';

export default {
  kind: 'ranking',
  frame: (audience, shown, message) =>
    message.type === 'tally' && message.activity === shown.id ? merge(audience, shown, message.tally) : shown,
  newer(audience, newer, { tally: before }) {
    if (!before || !newer.tally || (before.result === null && newer.tally.result !== null)) return newer;
    return merge(audience, newer, before);
  },
} satisfies Frames<'ranking'>;
