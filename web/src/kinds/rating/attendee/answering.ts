import type { Rating } from '../../../protocol/messages.gen.ts';
import { closed } from '../../../ui/closed.ts';
import type { Answering } from '../../../voting/attendee/answering.ts';
import { heard } from '../../../voting/attendee/says.ts';
import { resultOf } from '../result.ts';
import { nameOf } from '../scale.ts';
import { resultWords } from '../sentences.ts';
import { entriesOf, fromEntries, left, NO_OPINION, nothing, type Selection } from './selection.ts';

/** So much of a statement stands beside what was given to it; less where there are many. */
const SAID = 60;
const OF_MANY = 32;
const MANY = 4;
function short(text: string, many = 1): string {
  const symbols = [...text];
  const most = many > MANY ? OF_MANY : SAID;
  if (symbols.length <= most) return text;
  const cut = symbols.slice(0, most - 1).join('');
  return `${cut.trimEnd()}…`;
}

export const answering: Answering<Rating, Selection> = {
  nothing: () => nothing,
  marked: (_rating, { answer, abstain }) => ({ given: fromEntries(answer), abstain }),
  vote: (rating, selection) =>
    left(rating, selection).length > 0
      ? null
      : { answer: selection.abstain ? [] : entriesOf(rating, selection), abstain: selection.abstain },
  problem: () => null,
  missing(rating, selection) {
    if (rating.statements.length === 1) return 'Choose an answer first.';
    const missing = left(rating, selection);
    if (rating.noOpinion === null) return 'Rate at least one statement first.';
    const one = missing.length === 1 ? `“${short(missing[0]!.text)}” has` : `${missing.length} statements have`;
    return `${one} no answer yet.`;
  },
  words({ statements, scale, noOpinion }, { answer }) {
    const given = fromEntries(answer);
    const said = (point: string) => (point === NO_OPINION ? (noOpinion ?? '') : nameOf(scale, Number(point)));
    return statements
      .flatMap(({ id, text }) => {
        const point = given[id];
        if (point === undefined) return [];
        return [statements.length === 1 ? said(point) : `${short(text, statements.length)}: ${said(point)}`];
      })
      .join('; ');
  },
  // What leads while votes come in, everything once voting is locked.
  result: (rating) => heard(rating, () => resultWords(rating, resultOf(rating, rating.tally), closed(rating))),
};
