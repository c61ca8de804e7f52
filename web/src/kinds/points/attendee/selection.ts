import type { PointsPoll } from '../../../protocol/messages.gen.ts';

type Asked = Pick<PointsPoll, 'options' | 'total' | 'step'>;

/** What is shared in the form and not yet voted. */
export interface Selection {
  /** By id of an option, as typed: it may be too many, or no step. One that is not in it has none. */
  points: Readonly<Record<string, number>>;
  abstain: boolean;
  /** The last press on a button found no points left. */
  full: boolean;
}

export const nothing: Selection = { points: {}, abstain: false, full: false };

export const pointsFor = ({ points }: Pick<Selection, 'points'>, id: string): number => points[id] ?? 0;

/** Points that are still to be given; negative when there are too many. */
export const left = ({ options, total }: Pick<Asked, 'options' | 'total'>, selection: Selection): number =>
  options.reduce((rest, { id }) => rest - pointsFor(selection, id), total);

const given = (points: Selection['points'], full = false): Selection => ({ points, abstain: false, full });

/** As typed: fractions and numbers that are no step stay, so that they can be said. */
export function type({ total }: Pick<Asked, 'total'>, selection: Selection, id: string, text: string): Selection {
  const number = Number(text);
  const most = 10 * total; // what is larger is no slip
  const points = Number.isFinite(number) ? Math.min(most, Math.max(0, number)) : 0;
  return given({ ...selection.points, [id]: points });
}

/** A step more (1) or less (-1), from wherever it is to the next one; never below none, nor more than is left. */
export function step(asked: Asked, selection: Selection, id: string, by: 1 | -1): Selection {
  const now = pointsFor(selection, id);
  const steps = by > 0 ? Math.floor(now / asked.step) + 1 : Math.ceil(now / asked.step) - 1;
  const next = Math.max(0, steps * asked.step);
  if (by > 0 && next - now > left(asked, selection)) return given(selection.points, true);
  return given({ ...selection.points, [id]: next });
}

/**
 * All points, the same to each option as far as whole steps allow. What remains goes a step at a time to the largest
 * remainders: they are level, so to the first options.
 */
export function spread({ options, total, step }: Asked): Selection {
  const steps = total / step;
  const each = Math.floor(steps / options.length);
  const more = steps % options.length;
  return given(Object.fromEntries(options.map(({ id }, index) => [id, (each + (index < more ? 1 : 0)) * step])));
}

export const clear = (): Selection => given({});

/** The first option whose points are no whole number of steps. */
export const oddOne = ({ options, step }: Asked, selection: Selection): Asked['options'][number] | undefined =>
  options.find(({ id }) => pointsFor(selection, id) % step !== 0);

/** The steps next to a number that is none, the lower one first. */
export const nextTo = (points: number, step: number): [number, number] => {
  const lower = Math.floor(points / step) * step;
  return [lower, lower + step];
};

/** Whether something can be sent. */
export const fits = (asked: Asked, selection: Selection): boolean =>
  selection.abstain || (left(asked, selection) === 0 && oddOne(asked, selection) === undefined);
