import type { Reporting } from '../../../report/kinds.ts';
import { listed, own, type Sentence } from '../../../report/report.ts';
import { figure } from '../../../ui/figure.ts';
import { answered, asked, baseLine } from '../../../voting/report/entry.ts';
import { scaleLine } from '../sentences.ts';
import Body from './Body.svelte';
import { ratingRows, type RatingEntry } from './chart.ts';

/** So many names stand in a sentence; more are only counted. */
const NAMED = 3;

function finding(entry: RatingEntry): Sentence | null {
  const { scale } = entry.terms;
  const rows = ratingRows(entry).filter(({ rated }) => rated > 0);
  const only = rows[0];
  if (!only) return null;
  const leads = rows.filter((row) => row.leads);
  if (leads.length === 0) {
    if (scale.type === 'promoter') return [`The net promoter score is ${only.main}, of ${figure(only.rated)}.`];
    if (scale.type === 'points') return [own(only.text), ` has a median of ${only.median} and a mean of ${only.mean}.`];
    return [`${only.main} agree: `, own(only.text), '.'];
  }
  const names: Sentence =
    leads.length > NAMED ? [`${figure(leads.length)} statements`] : listed(leads.map(({ text }) => text));
  const most = leads[0]!;
  const level = leads.length > 1 ? 'Level: ' : '';
  return scale.type === 'agreement'
    ? [level, ...names, ` found the most agreement, ${most.main}.`]
    : [level, ...names, ` ${level ? 'have' : 'has'} the highest mean, ${most.mean}.`];
}

export default {
  kind: 'rating',
  told: asked,
  title: ({ question }) => question,
  count: answered,
  base: (entry) => baseLine(entry, 'rated'),
  finding,
  Body,
  method: ({ terms: { scale } }) =>
    'In a rating percentages are of those who gave the statement a point; no opinion is not among them. Half of them ' +
    `are between the quartiles. ${scaleLine({ scale })}.`,
} satisfies Reporting<RatingEntry>;
