import type { OrganiserPoll } from '../../../protocol/messages.gen.ts';
import { choose } from '../choose.ts';

/** `Choose one · 6 options · may abstain: “Prefer not to say”` */
export function kindText(poll: Pick<OrganiserPoll, 'maxChoices' | 'options' | 'abstain'>): string {
  const { options, abstain } = poll;
  const label = abstain === null ? '' : ` · may abstain: “${abstain}”`;
  return `${choose(poll)} · ${options.length} options${label}`;
}
