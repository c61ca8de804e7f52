import type { Reporting } from '../../../report/kinds.ts';
import { listed, own, type Sentence } from '../../../report/report.ts';
import { figure } from '../../../ui/figure.ts';
import { answered, asked, baseLine } from '../../../voting/report/entry.ts';
import Body from './Body.svelte';
import { wordRows, type WordsEntry } from './chart.ts';

/** So many words stand in a sentence; more are only counted. */
const NAMED = 3;

function finding(entry: WordsEntry): Sentence | null {
  const rows = wordRows(entry);
  const firsts = rows.filter((row) => row.leads);
  if (firsts.length === 0) return null;
  const by = `${firsts[0]!.percent} (${figure(firsts[0]!.count)})`;
  if (firsts.length > NAMED) return [`${figure(firsts.length)} words were written by ${by} each.`];
  if (firsts.length > 1) return ['Level: ', ...listed(firsts.map(({ text }) => text)), `, by ${by} each.`];
  const next = rows.filter((row) => !row.leads).slice(0, 2);
  const then: Sentence = next.length > 0 ? [', then ', ...listed(next.map(({ text }) => text))] : [];
  return ['Most people wrote ', own(firsts[0]!.text), `, ${by}`, ...then, '.'];
}

export default {
  kind: 'words',
  told: asked,
  title: ({ question }) => question,
  count: answered,
  base: (entry) => baseLine(entry, 'answered'),
  finding,
  Body,
  method: () =>
    'In a word cloud a person counts once for each word. Words that differ in case, accents, spaces or signs at ' +
    'their ends are one; moderators hid, renamed or joined others.',
} satisfies Reporting<WordsEntry>;
