import type { NumberDraft, OrganiserNumberPoll } from '../../../../protocol/messages.gen.ts';
import {
  ballotDraft,
  blankBallot,
  count,
  fromBallot,
  line,
  madeUp,
  openedBallot,
  type BallotEditor,
} from '../../../../voting/organiser/editor/model.ts';
import { ballotProblems, type BallotProblems } from '../../../../voting/organiser/editor/problems.ts';
import { exact, plain } from '../../decimal.ts';
import { readNumber } from '../../attendee/typed.ts';
import { counterWidth, onStep, placesOf, type Scale } from '../../scale.ts';

/** Characters of a unit. */
export const LONGEST_UNIT = 20;
/** What a number is at most, and with a minus at least. */
const MOST = exact('1000000000000');

/** A number poll as it is being written: numbers as typed. */
export interface Editor extends BallotEditor {
  min: string;
  max: string;
  step: string;
  unit: string;
  /** Empty: there is no right value. */
  right: string;
}

export interface Problems extends BallotProblems {
  min?: string;
  max?: string;
  step?: string;
  unit?: string;
  right?: string;
}

export const blank = (): Editor => ({ ...blankBallot(), min: '0', max: '100', step: '1', unit: '', right: '' });

type Source = Pick<OrganiserNumberPoll, 'question' | 'min' | 'max' | 'step' | 'unit' | 'right' | 'abstain' | 'chosen'>;

export const fromNumber = (poll: Source): Editor => ({
  ...fromBallot(poll),
  min: poll.min,
  max: poll.max,
  step: poll.step,
  unit: poll.unit ?? '',
  right: poll.right ?? '',
});

/** With decimals everywhere a single comma never groups. */
const WHOLE: Scale = { min: '0', max: '1', step: '1' };

/** A number as typed, in its shortest form; null when it is none, or one that cannot be asked for. */
export function numberOf(typed: string): string | null {
  const text = readNumber(typed, WHOLE);
  if (text === null || (text.split('.')[1]?.length ?? 0) > 6) return null;
  const number = exact(text);
  return number > MOST || number < -MOST ? null : plain(number);
}

/** What is sent of a number that is none: it is mended before. */
const sent = (typed: string): string => numberOf(typed) ?? '0';

export const toDraft = (editor: Editor): NumberDraft => ({
  ...ballotDraft(editor),
  min: sent(editor.min),
  max: sent(editor.max),
  step: sent(editor.step),
  unit: line(editor.unit) || null,
  right: line(editor.right) === '' ? null : sent(editor.right),
});

export function problems(editor: Editor): Problems {
  const found: Problems = ballotProblems(editor);
  for (const name of ['min', 'max', 'step'] as const) {
    if (numberOf(editor[name]) === null) found[name] = 'Write a number, such as 10 or 0.5.';
  }
  const long = count(editor.unit);
  if (long > LONGEST_UNIT) found.unit = `It has ${long} characters. Use at most ${LONGEST_UNIT}.`;
  if (found.min || found.max || found.step) return found;
  const scale = toDraft(editor);
  if (exact(scale.max) <= exact(scale.min)) found.max = 'Write one that is larger than the smallest.';
  else if (exact(scale.step) <= 0n) found.step = 'Write a step of more than 0, such as 1 or 0.5.';
  else if (!onStep(scale, exact(scale.max))) {
    found.step = `Whole steps have to lead from ${scale.min} to ${scale.max}, such as steps of 1.`;
  } else if (line(editor.right) !== '') {
    const right = numberOf(editor.right);
    const answered =
      right !== null &&
      exact(right) >= exact(scale.min) &&
      exact(right) <= exact(scale.max) &&
      onStep(scale, exact(right));
    if (!answered) {
      found.right = `Write one that people can answer, from ${scale.min} to ${scale.max}, or leave it empty.`;
    }
  }
  return found;
}

/** Made-up people answer around a third of the way. */
function madeUpResult(scale: Scale, voted: number) {
  const width = counterWidth(scale);
  const last = Number(placesOf(scale) / width);
  const counts = new Map<number, number>();
  for (let person = 0; person < voted; person++) {
    const bin = Math.min(last, Math.round((last * (12 + 2 * madeUp(person) + (person % 7))) / 70));
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  const bins = [...counts.keys()].sort((a, b) => a - b);
  return { width: Number(width), bins, counts: bins.map((bin) => counts.get(bin)!), right: null };
}

const ASKED = { min: '0', max: '100', step: '1', right: null };

export function opened(editor: Editor, votes: boolean): OrganiserNumberPoll {
  const { min, max, step, right } = problems(editor);
  const draft = { ...toDraft(editor), ...(min || max || step || right ? ASKED : {}) };
  const ballot = openedBallot(draft, null, votes);
  const result = votes ? madeUpResult(draft, ballot.tally.voted) : null;
  return { kind: 'number', ...draft, ...ballot, tally: { ...ballot.tally, result } };
}
