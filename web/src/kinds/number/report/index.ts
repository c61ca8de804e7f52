import type { Reporting } from '../../../report/kinds.ts';
import type { Sentence } from '../../../report/report.ts';
import { answered, asked, baseLine } from '../../../voting/report/entry.ts';
import { halfWords, medianWords, rangeWords, rightWords } from '../sentences.ts';
import Body from './Body.svelte';
import { entrySummary, type NumberEntry } from './chart.ts';

function finding(entry: NumberEntry): Sentence | null {
  const summary = entrySummary(entry);
  if (summary.quartiles === null) return null;
  const right = rightWords(summary, entry.terms);
  return [`Median ${medianWords(summary, entry.terms)}, ${halfWords(summary)}.${right && ` ${right}.`}`];
}

export default {
  kind: 'number',
  told: asked,
  title: ({ question }) => question,
  count: answered,
  base: (entry) => baseLine(entry, 'gave a number'),
  finding,
  Body,
  method: (entry) =>
    `In a number poll everybody gives a number, here ${rangeWords(entry.terms)}. Half of the answers lie in the ` +
    'middle half; a quartile or median between two answers that differ is half-way between them.' +
    (entrySummary(entry).exact ? '' : ' “About”: so many values are counted in ranges, each by its middle.'),
} satisfies Reporting<NumberEntry>;
