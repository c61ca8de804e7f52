import type { Reaction } from '../../protocol/messages.gen.ts';

/** A shape on a square of 24: what is filled, and what is drawn on top of it in the colour of the ground. */
export interface Shape {
  name: Reaction;
  /** What it is called on buttons, and more than one of it. */
  word: string;
  words: string;
  fill: string;
  mark?: string;
}

/** A finger: upright, with round ends. */
const finger = (x: number, top: number, bottom: number) =>
  `M${x - 1.25} ${top + 1.25}a1.25 1.25 0 0 1 2.5 0V${bottom}h-2.5z`;

const PALM = 'M7.15 12.5h10.9v3.6a5.4 5.4 0 0 1-5.4 5.4c-2.2 0-3.6-.8-4.8-2.3l-3.9-4.9a1.4 1.4 0 0 1 2.1-1.8l1.1 1.1z';

/** Drawn by us, so that they look the same on every phone, whatever font it has. */
export const SHAPES: readonly Shape[] = [
  {
    name: 'clap',
    word: 'Clap',
    words: 'claps',
    fill: `${finger(8.4, 5, 14)}${finger(11.2, 3, 14)}${finger(14, 3.4, 14)}${finger(16.8, 5.6, 14)}${PALM}`,
    mark: 'M2.6 7.6l1.8 1.2M4.4 3.6l1.4 1.7M19.6 5.3 21 3.6M20.4 9.2l2-1',
  },
  {
    name: 'heart',
    word: 'Heart',
    words: 'hearts',
    fill:
      'M12 21C7.4 17.6 2.5 13.6 2.5 8.9 2.5 5.9 4.7 4 7.2 4c2 0 3.7 1.1 4.8 3 ' +
      '1.1-1.9 2.8-3 4.8-3 2.5 0 4.7 1.9 4.7 4.9 0 4.7-4.9 8.7-9.5 12.1z',
  },
  {
    name: 'idea',
    word: 'Idea',
    words: 'ideas',
    fill:
      'M12 2a7.2 7.2 0 0 0-4.3 13c.8.6 1.3 1.4 1.3 2.3h6c0-.9.5-1.7 1.3-2.3A7.2 7.2 0 0 0 12 2z' +
      'M9 18.4h6v1.7H9zM10 21.1h4c-.3.9-1 1.4-2 1.4s-1.7-.5-2-1.4z',
  },
  {
    name: 'question',
    word: 'Question',
    words: 'questions',
    fill: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z',
    mark: 'M9 9.3A3 3 0 1 1 13.6 12c-1 .6-1.6 1.2-1.6 2.4M12 17.4v.1',
  },
];
