import type { DeclineReason, OpenCounts } from '../../protocol/messages.gen.ts';
import { figure } from '../../ui/figure.ts';

const declinedAs: Record<DeclineReason, string> = {
  offTopic: 'not about this session',
  abusive: 'might hurt somebody',
  namesSomebody: 'named somebody',
  duplicate: 'asked already',
  notAQuestion: 'not a question',
  other: 'for another reason',
};

const sum = (declined: OpenCounts['declined']): number => Object.values(declined).reduce((all, each) => all + each, 0);

/** `40 received · 27 approved · 3 merged · 5 declined`; what is none is left out, but for what was approved. */
export function openWords({ received, approved, merged, declined }: OpenCounts): string {
  const parts: [number, string][] = [
    [received, 'received'],
    [approved, 'approved'],
    [merged, 'merged'],
    [sum(declined), 'declined'],
  ];
  return parts
    .filter(([n], at) => n > 0 || at < 2)
    .map(([n, word]) => `${figure(n)} ${word}`)
    .join(' · ');
}

/** Why questions were declined, the most frequent reason first; none when none was. */
export const reasonsOf = ({ declined }: OpenCounts): { reason: DeclineReason; words: string; n: number }[] =>
  (Object.entries(declined) as [DeclineReason, number][])
    .filter(([, n]) => n > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([reason, n]) => ({ reason, n, words: declinedAs[reason] }));
