// Generated from src/main/protocol/v1 by `npm run gen`. Do not edit.

/** Every close code by number. `reconnect` says whether to come back. */
export const closes = {
  4000: { name: 'restarting', reconnect: true },
  4001: { name: 'protocolError', reconnect: false },
  4002: { name: 'tooSlow', reconnect: true },
  4003: { name: 'refused', reconnect: false },
  4004: { name: 'silent', reconnect: true },
  4005: { name: 'signedOut', reconnect: false },
  4006: { name: 'eventGone', reconnect: false },
  4007: { name: 'roomFull', reconnect: false },
  4008: { name: 'unavailable', reconnect: true },
  4009: { name: 'roleChanged', reconnect: true },
  4010: { name: 'notStaff', reconnect: false },
  4011: { name: 'roomGone', reconnect: false },
  4012: { name: 'elsewhere', reconnect: false },
  1009: { name: 'tooLarge', reconnect: false },
} as const satisfies Record<number, { name: string; reconnect: boolean }>;

export type CloseName = (typeof closes)[keyof typeof closes]['name'];

/** Errors after which the same message may succeed on the same connection. */
export const retried: ReadonlySet<string> = new Set([
  'unknownActivity',
  'unknownQuestion',
  'notOpen',
  'activityChanged',
  'notAsking',
  'notUpvotable',
  'questionsReset',
  'reactionsOff',
  'tryAgain',
  'busy',
  'slowDown',
  'conflict',
  'hasVotes',
  'wrongState',
]);

/** Errors that concern the connection or the moment, not what was asked for: it waits and is sent again. */
export const passing: ReadonlySet<string> = new Set([
  'helloFirst',
  'notSignedIn',
  'tryAgain',
  'busy',
  'slowDown',
]);

/** Errors after which a vote is never sent again; after any other it waits. */
export const endsVote: ReadonlySet<string> = new Set([
  'invalidField',
  'notAllowed',
  'unknownActivity',
  'notOpen',
  'tooLate',
  'activityChanged',
  'badAnswer',
  'superseded',
  'finalised',
]);
