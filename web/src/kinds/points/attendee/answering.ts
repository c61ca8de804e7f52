import type { PointsPoll } from '../../../protocol/messages.gen.ts';
import { closed } from '../../../ui/closed.ts';
import { figure } from '../../../ui/figure.ts';
import type { Answering } from '../../../voting/attendee/answering.ts';
import { heard } from '../../../voting/attendee/says.ts';
import { byMean } from '../../../voting/means.ts';
import { resultOf } from '../result.ts';
import { pointsOf, resultWords } from '../sentences.ts';
import { fits, left, nextTo, nothing, oddOne, pointsFor, type Selection } from './selection.ts';

/** `a:30` is 30 for a. */
export const pointsIn = (answer: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    answer.map((entry) => {
      const [id, points] = entry.split(':') as [string, string];
      return [id, Number(points)];
    }),
  );

const entries = ({ options }: PointsPoll, selection: Selection): string[] =>
  options.flatMap(({ id }) => (pointsFor(selection, id) > 0 ? [`${id}:${pointsFor(selection, id)}`] : []));

/** What is wrong whatever else is done: too many, or no step. */
function wrong(poll: PointsPoll, selection: Selection): string | null {
  if (selection.abstain) return null;
  const odd = oddOne(poll, selection);
  if (odd) {
    const [lower, upper] = nextTo(pointsFor(selection, odd.id), poll.step);
    const how = poll.step === 1 ? 'Give whole points' : `Give points in steps of ${poll.step}`;
    return `“${odd.text}”: ${how}, such as ${lower} or ${upper}.`;
  }
  const rest = left(poll, selection);
  return rest < 0 ? `${pointsOf(-rest)} too many. Take some back.` : null;
}

function missing(poll: PointsPoll, selection: Selection): string {
  const rest = left(poll, selection);
  return rest === poll.total
    ? `${poll.total === 1 ? 'Give your point' : `Share all ${pointsOf(poll.total)}`} first.`
    : `${pointsOf(rest)} left. Give all of them, then vote.`;
}

export const answering: Answering<PointsPoll, Selection> = {
  nothing: () => nothing,
  marked: (_poll, { answer, abstain }) => ({ points: pointsIn(answer), abstain, full: false }),
  vote: (poll, selection) =>
    fits(poll, selection)
      ? { answer: selection.abstain ? [] : entries(poll, selection), abstain: selection.abstain }
      : null,
  problem: (poll, selection) =>
    wrong(poll, selection) ??
    (selection.full && left(poll, selection) < poll.step
      ? `All ${pointsOf(poll.total)} are given. Take some back first.`
      : null),
  missing,
  prompt: 'Share all, then vote',
  // No line ends between an option and its points.
  words: ({ options }, { answer }) => {
    const points = pointsIn(answer);
    return options.flatMap(({ id, text }) => (points[id] ? [`${text}\u00a0${figure(points[id])}`] : [])).join(', ');
  },
  result: (poll) => heard(poll, () => resultWords(poll, byMean(resultOf(poll, poll.tally)), closed(poll))),
};
