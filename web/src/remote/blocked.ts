import type { Status } from '../protocol/status.ts';
import { refusedWords } from '../ui/refused.ts';

/** Why the buttons do not work now; empty when they do. */
export function blocked(status: Status): string {
  switch (status.kind) {
    case 'live':
      return '';
    case 'connecting':
      return 'Connecting. The buttons work in a moment.';
    case 'offline':
      return 'No connection. The buttons work again when it is back; voting goes on without this phone.';
    case 'refused':
      return status.name === 'refused'
        ? 'This remote link does not work any more. Ask for a new one on the organiser page.'
        : refusedWords(status);
  }
}
