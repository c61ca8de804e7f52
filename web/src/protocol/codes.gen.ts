// Generated from src/main/protocol/v1 by `npm run gen`. Do not edit.

import type { CloseName } from './closes.gen.ts';

/** What may follow an error: nothing, the same message later, or a look at the newest snapshot. */
export type Retry = 'never' | 'later' | 'snapshot';

/** Every error code and what may follow it. */
export const errors = {
  malformed: 'never',
  unknownType: 'never',
  invalidField: 'never',
  tooLarge: 'never',
  notText: 'never',
  helloFirst: 'never',
  helloTwice: 'never',
  unsupportedProtocol: 'never',
  notSignedIn: 'never',
  notAllowed: 'never',
  unknownEvent: 'never',
  unknownRoom: 'never',
  unknownCode: 'never',
  unknownActivity: 'snapshot',
  unknownQuestion: 'snapshot',
  notOpen: 'snapshot',
  tooLate: 'never',
  activityChanged: 'snapshot',
  badAnswer: 'never',
  superseded: 'never',
  finalised: 'never',
  notAsking: 'snapshot',
  questionLimit: 'never',
  notUpvotable: 'snapshot',
  nameNotAllowed: 'never',
  nameWanted: 'never',
  badQuestion: 'never',
  questionsReset: 'snapshot',
  questionsFull: 'never',
  reactionsOff: 'snapshot',
  tryAgain: 'later',
  busy: 'later',
  slowDown: 'later',
  conflict: 'snapshot',
  hasVotes: 'snapshot',
  badDraft: 'never',
  wrongState: 'snapshot',
  limitReached: 'never',
  groupTooLarge: 'never',
} as const satisfies Record<string, Retry>;

export type ErrorName = keyof typeof errors;

/** What each close means, for pages that have no words of their own: phones do without them. */
export const closeMessages: Record<CloseName, string> = {
  restarting: "The server is restarting. The page reconnects by itself.",
  protocolError: "The page and the server do not understand each other. Reload the page.",
  tooSlow: "The connection could not keep up. The page reconnects by itself.",
  refused: "This link or token is not valid (any more).",
  silent: "Nothing was heard for too long. The page reconnects by itself.",
  signedOut: "You were signed out. Sign in again.",
  eventGone: "This event no longer exists.",
  roomFull: "The room is full.",
  unavailable: "The event cannot be read right now. The page reconnects by itself.",
  roleChanged: "What you may do at this event changed. The page reconnects by itself.",
  notStaff: "You do not help run this event or room (any more). Ask one of its organisers.",
  roomGone: "This room was closed. The event goes on in its other rooms.",
  elsewhere: "Too many pages are open with this phone's place in the room, so this one was closed. Reload it to go on here.",
  tooLarge: "The message is larger than 64 KiB.",
};
