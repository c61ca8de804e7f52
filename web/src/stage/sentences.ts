import type { Presence, Store } from '../protocol/messages.gen.ts';
import type { Status } from '../protocol/status.ts';
import { figure } from '../ui/figure.ts';
import { refusedWords } from '../ui/refused.ts';

export const joinedLine = ({ joined }: Presence): string =>
  joined === 0
    ? 'Nobody has joined yet'
    : joined === 1
      ? '1 person has joined'
      : `${figure(joined)} people have joined`;

/**
 * What is wrong, discreetly; empty when nothing is.
 *
 * @param lost no connection for longer than a hiccup
 * @param result something is on stage that may have a result
 */
export function troubleLine(lost: boolean, store: Store, result: boolean): string {
  const words = lost ? 'Reconnecting.' : store === 'away' ? 'Counting is paused.' : '';
  return words && result ? `${words} This is the last result.` : words;
}

/** How long a screen waits for the event: no time at all, a moment, or longer than connecting takes. */
export type Wait = 'none' | 'moment' | 'long';

/**
 * Instead of a stage, before anything can be shown. Empty at first: words that go again at once would flash. Then that
 * it connects, and after a while that there is no connection.
 */
export function emptyLine(status: Status, waits: Wait): string {
  if (status.kind === 'refused') return refusedLine(status.name, refusedWords(status));
  if (waits === 'none') return '';
  return status.kind === 'offline' && waits === 'long'
    ? 'No connection yet. This screen keeps trying by itself.'
    : 'Connecting to the event.';
}

function refusedLine(name: string, message: string): string {
  if (name === 'refused') {
    return 'This stage link does not work any more. Open the stage again from the organiser page.';
  }
  return message;
}
