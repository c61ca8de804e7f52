import type { Reporting } from '../../../report/kinds.ts';
import { own, type Sentence } from '../../../report/report.ts';
import { answered, asked, baseLine } from '../../../voting/report/entry.ts';
import { together } from '../../../voting/report/finding.ts';
import { winnerApart } from '../result.ts';
import { ruleLine } from '../sentences.ts';
import Body from './Body.svelte';
import { rankingRows, type RankingEntry } from './chart.ts';

function ranked({ terms, options }: RankingEntry): string {
  if (terms.places === 1) return 'chose their first';
  return terms.places >= options.length ? `ranked all ${options.length}` : `ranked their top ${terms.places}`;
}

function finding(entry: RankingEntry): Sentence | null {
  const rows = rankingRows(entry);
  const firsts = rows.filter((row) => row.leads);
  if (firsts.length === 0) return null;
  const most = `${firsts[0]!.score} of ${entry.options.length} points`;
  const winner = winnerApart(rows);
  const beats: Sentence = winner ? ['; one to one, ', own(winner.text), ' beats every other option.'] : ['.'];
  if (firsts.length === 1) return [own(firsts[0]!.text), ` has the best mean score, ${most}`, ...beats];
  return ['Level: ', ...together(firsts, 'options'), ` with a mean score of ${most}`, ...beats];
}

export default {
  kind: 'ranking',
  told: asked,
  title: ({ question }) => question,
  count: answered,
  base: (entry) => baseLine(entry, ranked(entry)),
  finding,
  Body,
  method: ({ terms }) =>
    'In a ranking the first of so many options counts that many points, the last one point. ' +
    `${ruleLine(terms)}. “One to one” compares two options at a time.`,
} satisfies Reporting<RankingEntry>;
