import type { Reporting } from '../../../report/kinds.ts';
import { answered, asked, baseLine } from '../../../voting/report/entry.ts';
import { shareFinding } from '../../../voting/report/finding.ts';
import Body from './Body.svelte';
import type { PollEntry } from './chart.ts';

export default {
  kind: 'poll',
  told: asked,
  title: ({ question }) => question,
  count: answered,
  base(entry) {
    const { maxChoices } = entry.terms;
    const choices = maxChoices === 1 ? 'one choice each' : `up to ${maxChoices} choices each`;
    return `${baseLine(entry, 'voted')}, ${choices}`;
  },
  finding({ options, voted, terms }) {
    const counted = options.map(({ text, count }) => ({ text, count: count ?? 0 }));
    return shareFinding(counted, voted, terms.maxChoices === 1 ? 'leads with' : 'was chosen by');
  },
  Body,
} satisfies Reporting<PollEntry>;
