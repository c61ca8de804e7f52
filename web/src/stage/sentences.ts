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

/** What is wrong, discreetly; empty when nothing is. `lost`: no connection for longer than a hiccup. */
export function troubleLine(lost: boolean, store: Store): string {
  if (lost) return 'Reconnecting. This is the last result.';
  return store === 'away' ? 'Counting is paused. This is the last result.' : '';
}

/**
 * Instead of a stage, before anything can be shown. Empty at first: a blank screen for a moment is calmer than a word.
 */
export function emptyLine(status: Status, lost: boolean): string {
  if (status.kind === 'refused') return refusedLine(status.name, refusedWords(status));
  if (!lost) return '';
  return status.kind === 'offline'
    ? 'No connection yet. This screen keeps trying by itself.'
    : 'Connecting to the event.';
}

function refusedLine(name: string, message: string): string {
  if (name === 'refused') {
    return 'This stage link does not work any more. Open the stage again from the organiser page.';
  }
  return message;
}
