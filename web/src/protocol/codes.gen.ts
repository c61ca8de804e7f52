// Generated from src/main/protocol/v1 by `npm run gen`. Do not edit.

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
  unknownPoll: 'snapshot',
  unknownCode: 'never',
  unknownActivity: 'snapshot',
  unknownQuestion: 'snapshot',
  notOpen: 'snapshot',
  tooLate: 'never',
  pollChanged: 'snapshot',
  badChoice: 'never',
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

/** Every close code by number. `reconnect` says whether to come back. */
export const closes = {
  4000: { name: 'restarting', reconnect: true, message: "The server is restarting. The page reconnects by itself." },
  4001: { name: 'protocolError', reconnect: false, message: "The page and the server do not understand each other. Reload the page." },
  4002: { name: 'tooSlow', reconnect: true, message: "The connection could not keep up. The page reconnects by itself." },
  4003: { name: 'refused', reconnect: false, message: "This link or token is not valid (any more)." },
  4004: { name: 'silent', reconnect: true, message: "Nothing was heard for too long. The page reconnects by itself." },
  4005: { name: 'signedOut', reconnect: false, message: "You were signed out. Sign in again." },
  4006: { name: 'eventGone', reconnect: false, message: "This event no longer exists." },
  4007: { name: 'roomFull', reconnect: false, message: "The room is full." },
  4008: { name: 'unavailable', reconnect: true, message: "The event cannot be read right now. The page reconnects by itself." },
  4009: { name: 'roleChanged', reconnect: true, message: "What you may do at this event changed. The page reconnects by itself." },
  4010: { name: 'notStaff', reconnect: false, message: "You do not help run this event or room (any more). Ask one of its organisers." },
  4011: { name: 'roomGone', reconnect: false, message: "This room was closed. The event goes on in its other rooms." },
  4012: { name: 'elsewhere', reconnect: false, message: "Too many pages are open with this phone's place in the room, so this one was closed. Reload it to go on here." },
  1009: { name: 'tooLarge', reconnect: false, message: "The message is larger than 64 KiB." },
} as const satisfies Record<number, { name: string; reconnect: boolean; message: string }>;

export type CloseName = (typeof closes)[keyof typeof closes]['name'];
