import type { OrganiserRating } from '../../../protocol/messages.gen.ts';
import { scaleLine } from '../sentences.ts';

/** `4 statements · agreement · “No opinion” offered · may abstain: “Prefer not to say”` */
export function kindText({
  statements,
  scale,
  noOpinion,
  abstain,
}: Pick<OrganiserRating, 'statements' | 'scale' | 'noOpinion' | 'abstain'>): string {
  const many = statements.length === 1 ? '1 statement' : `${statements.length} statements`;
  const points = `${scale.points} points, ${scaleLine({ scale }).replace(/\. /, ', ')}`;
  const type = { agreement: 'agreement, 5 points', promoter: 'net promoter score, 0 to 10', points }[scale.type];
  return [
    many,
    type,
    noOpinion === null ? (statements.length > 1 ? 'statements may be left out' : '') : `“${noOpinion}” offered`,
    abstain === null ? '' : `may abstain: “${abstain}”`,
  ]
    .filter(Boolean)
    .join(' · ');
}
