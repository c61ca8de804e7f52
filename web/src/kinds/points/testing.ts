import type { PointsPoll, PointsTally } from '../../protocol/messages.gen.ts';

/** A poll for tests: 100 points in steps of 5 for three options. */
export const poll: PointsPoll = {
  kind: 'points',
  id: 'p',
  round: 1,
  question: 'What for?',
  options: ['Pay', 'Time', 'Trust'].map((text, index) => ({ id: `o${index}`, text })),
  total: 100,
  step: 5,
  abstain: 'Prefer not to say',
  state: 'open',
  results: 'everyone',
  tally: null,
};

export const tallyOf = (points: number[], givers: number[], voted: number, answers = voted): PointsTally => ({
  round: 1,
  version: 1,
  result: { points, givers },
  voted,
  abstained: 0,
  late: 0,
  answers,
  connected: 20,
});
