import type { Poll } from '../../../protocol/messages.gen.ts';
import { closed } from '../../../ui/closed.ts';
import { leaders, shareText } from '../../../voting/percent.ts';
import { stepSentence, unpublished } from '../../../voting/steps.ts';

/** What a screen reader is told of a result: who leads while votes come in, everything once voting is locked. */
export function resultSentence(poll: Poll): string {
  const { tally, options } = poll;
  if (!tally?.result) return '';
  const { result: counts, voted } = tally;
  const step = stepSentence(tally);
  if (unpublished(tally)) return step;
  if (closed(poll)) {
    const each = options.map((option, index) => `${option.text} ${shareText(counts[index] ?? 0, voted)}`);
    return `${step ? `${step} ` : ''}Result: ${each.join(', ')}.`;
  }
  const first = [...leaders(counts)].map((index) => options[index]?.text);
  return first.length === 0 ? 'No votes yet.' : `${first.join(' and ')} ${first.length > 1 ? 'are level' : 'leads'}.`;
}
