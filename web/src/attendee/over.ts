import type { EventOver } from '../protocol/messages.gen.ts';

type By = EventOver['by'];

export const title = (by: By): string => (by === 'end' ? 'This event has ended. Thank you.' : 'This event is over.');

/** What that means to who holds the phone. */
export const until = (by: By): string =>
  by === 'end'
    ? 'Nothing can be voted on or asked any more. You can close this page.'
    : 'Its last day is past. If it goes on, whatever opens appears here by itself.';

/** What becomes of the results while there are none. */
export const comes = (by: By): string =>
  by === 'end'
    ? 'Results that are for everyone appear here once the organisers have finalised them. This page can be opened ' +
      'again with the same code.'
    : 'There are none for everyone to read.';

export const counted = (n: number): string => (n === 1 ? '1 result' : `${n} results`);
