import { closeMessages } from '../protocol/codes.gen.ts';
import type { Status } from '../protocol/status.ts';

/** Why the server does not want this page (any more). */
export const refusedWords = ({ message, name }: Extract<Status, { kind: 'refused' }>): string =>
  message || closeMessages[name];
