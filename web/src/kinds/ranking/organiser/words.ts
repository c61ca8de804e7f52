import type { OrganiserRanking } from '../../../protocol/messages.gen.ts';
import { rankWords, ruleLine } from '../sentences.ts';

/** `Rank your top 3 · 6 options, in a random order on each phone · may abstain: “Prefer not to say” · Not ranked …` */
export function kindText(
  ranking: Pick<OrganiserRanking, 'options' | 'places' | 'shuffled' | 'unranked' | 'abstain'>,
): string {
  const { options, shuffled, abstain } = ranking;
  const order = shuffled ? ', in a random order on each phone' : '';
  const label = abstain === null ? '' : ` · may abstain: “${abstain}”`;
  return `${rankWords(ranking)} · ${options.length} options${order}${label} · ${ruleLine(ranking)}`;
}
