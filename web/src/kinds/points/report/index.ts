import type { Reporting } from '../../../report/kinds.ts';
import { own, type Sentence } from '../../../report/report.ts';
import { answered, asked, baseLine } from '../../../voting/report/entry.ts';
import { together } from '../../../voting/report/finding.ts';
import { pointsOf } from '../sentences.ts';
import Body from './Body.svelte';
import { pointsRows, type PointsEntry } from './chart.ts';

function finding(entry: PointsEntry): Sentence | null {
  const rows = pointsRows(entry);
  const firsts = rows.filter((row) => row.leads);
  if (firsts.length === 0) return null;
  const most = `a mean of ${firsts[0]!.score} of ${pointsOf(entry.terms.total)}`;
  if (firsts.length > 1) return ['Level: ', ...together(firsts, 'options'), ` with ${most} each.`];
  return [own(firsts[0]!.text), ` has the most points, ${most}.`];
}

export default {
  kind: 'points',
  told: asked,
  title: ({ question }) => question,
  count: answered,
  base: (entry) => baseLine(entry, `shared ${pointsOf(entry.terms.total)}`),
  finding,
  Body,
  method: ({ terms }) =>
    `In a points poll everybody shares ${pointsOf(terms.total)} between the options. ` +
    'The mean counts who gave an option nothing as 0; “Given any” is the share of those who gave it some.',
} satisfies Reporting<PointsEntry>;
