import type { OrganiserPointsPoll } from '../../../protocol/messages.gen.ts';
import { shareWords, stepWords } from '../sentences.ts';

/** `Share 100 points, in steps of 5 · 6 options · may abstain: “Prefer not to say”` */
export function kindText(poll: Pick<OrganiserPointsPoll, 'options' | 'total' | 'step' | 'abstain'>): string {
  const { options, abstain } = poll;
  const how = [shareWords(poll), stepWords(poll)].filter(Boolean).join(', ');
  const label = abstain === null ? '' : ` · may abstain: “${abstain}”`;
  return `${how} · ${options.length} options${label}`;
}
