import type { OrganiserNumberPoll } from '../../../protocol/messages.gen.ts';
import { measured, said } from '../decimal.ts';
import { giveWords } from '../sentences.ts';

/** `Give a number from 0 to 100 years · right value: 42 years · may abstain: “Prefer not to say”` */
export function kindText(
  poll: Pick<OrganiserNumberPoll, 'min' | 'max' | 'step' | 'unit' | 'right' | 'abstain'>,
): string {
  const right = poll.right === null ? '' : ` · right value: ${measured(said(poll.right), poll.unit)}`;
  const label = poll.abstain === null ? '' : ` · may abstain: “${poll.abstain}”`;
  return `${giveWords(poll)}${right}${label}`;
}
