// Generated from src/main/protocol/v1 by `npm run gen`. Do not edit.

export type Message = ClientMessage | ServerMessage;
/** Every message a client may send, version 1 of the wire. */
export type ClientMessage =
  | Hello
  | Ping
  | CastVote
  | OpenPoll
  | LockPoll
  | FinalisePoll
  | ResetPoll
  | ShowResults
  | SetStage
  | CreatePoll
  | EditPoll
  | DuplicatePoll
  | MovePoll
  | DeletePoll
  | EditEvent;
/** Identifier of an event, room or poll; made by the server, opaque to clients. */
export type Id = string;
/** Chosen by the client, unique on its connection; the answer to this message carries it. */
export type Ref = number;
/** Counts the resets (and edits before the first vote) of a poll. A vote names the round it was made for. */
export type Round = number;
/** Made once per vote by the phone, at random; repeated unchanged whenever the same vote is sent again. */
export type VoteId = string;
/** Identifier of an option, stable within its poll. */
export type OptionId = string;
/**
 * The chosen options; empty when abstaining.
 *
 * @maxItems 20
 */
export type Choice = OptionId[];
/** Revision of the poll, room or event that the sender has seen. A command built on an older one is refused with `conflict`. */
export type Rev = number;
/** Who is sent the counts: organisers only, the stage too, or all. */
export type Results = 'hidden' | 'stage' | 'everyone';
/** Every message the server may send, version 1 of the wire. */
export type ServerMessage =
  | Welcome
  | AttendeeSnapshot
  | StageSnapshot
  | OrganiserSnapshot
  | TallyMessage
  | PresenceMessage
  | StoreMessage
  | VoteCounted
  | VoteRefused
  | Done
  | ErrorMessage
  | Pong
  | Goodbye;
/** Lineage of the versions. Versions of two epochs cannot be compared: a snapshot of another epoch replaces all. */
export type Epoch = string;
/** Rises with every change. Within an epoch, a message older than what is shown is ignored. */
export type Version = number;
/** Life of a poll within a round. Attendees and stage are told final only once nobody can find out who voted what; until then locked. */
export type PollState = 'draft' | 'open' | 'locked' | 'final';
/** `away`: votes cannot be stored now; phones keep them and try again. */
export type Store = 'ok' | 'away';

/** First message on a connection: who is there and what it wants to follow. */
export interface Hello {
  type: 'hello';
  protocol: 1;
  role: 'attendee' | 'stage' | 'remote' | 'organiser';
  event: Id;
  room?: Id;
  /** The attendee's token or the secret of a stage or remote link; organisers are known by their session cookie. */
  token?: string;
}
/** Heartbeat, sent by browsers because they cannot send WebSocket pings. */
export interface Ping {
  type: 'ping';
}
/** Cast or change a vote. The same vote may be sent any number of times: it counts once. */
export interface CastVote {
  type: 'castVote';
  ref: Ref;
  poll: Id;
  round: Round;
  vote: VoteId;
  /** Rises with every new vote of this person in this round; the highest counts. */
  seq: number;
  choice: Choice;
  abstain: boolean;
  /** How long ago, by the phone's own clock, the Vote button was pressed, in milliseconds, when this arrives: with the estimated way to the server. */
  heldMs: number;
}
/** Open a poll for voting, or reopen a locked one. Locks the poll that was open in the room and shows this one on stage. */
export interface OpenPoll {
  type: 'openPoll';
  ref: Ref;
  poll: Id;
  rev: Rev;
}
/** Stop taking votes. */
export interface LockPoll {
  type: 'lockPoll';
  ref: Ref;
  poll: Id;
  rev: Rev;
}
/** End a poll for good: it takes no votes any more, and who voted what is destroyed. Cannot be undone. */
export interface FinalisePoll {
  type: 'finalisePoll';
  ref: Ref;
  poll: Id;
  rev: Rev;
}
/** Delete every vote of a poll and start a new round as a draft. Cannot be undone. */
export interface ResetPoll {
  type: 'resetPoll';
  ref: Ref;
  poll: Id;
  rev: Rev;
}
/** Choose who is sent the counts. */
export interface ShowResults {
  type: 'showResults';
  ref: Ref;
  poll: Id;
  rev: Rev;
  results: Results;
}
/** Choose what the stage shows. */
export interface SetStage {
  type: 'setStage';
  ref: Ref;
  room: Id;
  view: 'join' | 'activity';
  activity: Id | null;
}
/** Add a poll to a room's run order. */
export interface CreatePoll {
  type: 'createPoll';
  ref: Ref;
  room: Id;
  after: Id | null;
  draft: PollDraft;
}
/** What an organiser writes when making or editing a poll. */
export interface PollDraft {
  question: string;
  /**
   * @minItems 2
   * @maxItems 20
   */
  options: {
    text: string;
    id?: OptionId;
    exclusive?: boolean;
  }[];
  /** 1 is single choice. */
  maxChoices: number;
  abstain: string | null;
  results: Results;
}
/** Change a poll. Question and options are refused once a vote is in. */
export interface EditPoll {
  type: 'editPoll';
  ref: Ref;
  poll: Id;
  rev: Rev;
  draft: PollDraft;
}
/** Add a copy of a poll, without its votes, after it. */
export interface DuplicatePoll {
  type: 'duplicatePoll';
  ref: Ref;
  poll: Id;
}
/** Move a poll to after another one, or to the top. */
export interface MovePoll {
  type: 'movePoll';
  ref: Ref;
  poll: Id;
  after: Id | null;
}
/** Delete a poll and its votes. Cannot be undone. */
export interface DeletePoll {
  type: 'deletePoll';
  ref: Ref;
  poll: Id;
  rev: Rev;
}
/** Change the event's name, dates, time zone or the origins that may frame its stage. */
export interface EditEvent {
  type: 'editEvent';
  ref: Ref;
  rev: Rev;
  details: EventDetails;
}
/** What an organiser can change of an event. */
export interface EventDetails {
  name: string;
  /** First day, in the event's time zone (ISO 8601). */
  startsOn: string;
  endsOn: string;
  /** IANA time zone, for example Europe/London. */
  timeZone: string;
  /**
   * @maxItems 10
   *
   * Items: Origin that may show the stage in a frame, for example https://intranet.example.org.
   */
  frameOrigins: string[];
}
/** Answer to `hello`; a snapshot follows. */
export interface Welcome {
  type: 'welcome';
  protocol: 1;
  role: 'attendee' | 'stage' | 'remote' | 'organiser';
  /** Send `ping` this often; hearing nothing for two of these means the connection is dead. */
  heartbeatMs: number;
  /** A vote cast before the lock still counts when it arrives this long after it. */
  graceMs: number;
  /** Version of the server. */
  server: string;
}
/** All that an attendee sees, whole. */
export interface AttendeeSnapshot {
  type: 'attendeeSnapshot';
  epoch: Epoch;
  version: Version;
  event: EventName;
  room: RoomName;
  activity: Poll | null;
  presence: Presence;
  store: Store;
}
export interface EventName {
  id: Id;
  name: string;
}
export interface RoomName {
  id: Id;
  name: string;
}
/** A poll as the room sees it. */
export interface Poll {
  kind: 'poll';
  id: Id;
  round: Round;
  question: string;
  /**
   * @minItems 2
   * @maxItems 20
   */
  options: Option[];
  maxChoices: number;
  abstain: string | null;
  state: PollState;
  results: Results;
  tally: Tally | null;
}
/** An option of a poll. */
export interface Option {
  id: OptionId;
  text: string;
  /** Cannot be chosen together with another option ("None of these"). */
  exclusive: boolean;
}
/** What has been counted so far. `counts` is in the order of the options, null while hidden from this audience. */
export interface Tally {
  round: Round;
  version: Version;
  counts: number[] | null;
  /** People with a counted vote that chooses something: the base of every percentage. */
  voted: number;
  /** People whose counted vote abstains. */
  abstained: number;
  /** People whose latest vote came too late and is not counted. */
  late: number;
}
/** People in the room. */
export interface Presence {
  /** People who have ever joined. */
  joined: number;
  /** People connected now. */
  here: number;
}
/** All that the stage shows, whole. */
export interface StageSnapshot {
  type: 'stageSnapshot';
  epoch: Epoch;
  version: Version;
  event: EventName;
  room: RoomName;
  view: 'join' | 'activity';
  activity: Poll | null;
  /** Place of the activity in the run order. */
  position: {
    /** From 1; 0 when nothing is shown. */
    index: number;
    of: number;
  };
  join: JoinInfo;
  presence: Presence;
  store: Store;
}
/** How to join, as the stage shows it. */
export interface JoinInfo {
  code: string;
  /** Host as people type it, without scheme. */
  host: string;
  /** What the QR code says. */
  url: string;
  /** Path of the QR code as SVG. */
  qr: string;
}
/** All that organisers and the presenter's remote see, whole. */
export interface OrganiserSnapshot {
  type: 'organiserSnapshot';
  epoch: Epoch;
  version: Version;
  event: OrganiserEvent;
  room: OrganiserRoom;
  runOrder: OrganiserPoll[];
  join: JoinInfo;
  presence: Presence;
  store: Store;
}
/** An event as its organisers see it. */
export interface OrganiserEvent {
  name: string;
  /** First day, in the event's time zone (ISO 8601). */
  startsOn: string;
  endsOn: string;
  /** IANA time zone, for example Europe/London. */
  timeZone: string;
  /**
   * @maxItems 10
   *
   * Items: Origin that may show the stage in a frame, for example https://intranet.example.org.
   */
  frameOrigins: string[];
  id: Id;
  rev: Rev;
  code: string;
}
export interface OrganiserRoom {
  id: Id;
  rev: Rev;
  name: string;
  view: 'join' | 'activity';
  activity: Id | null;
}
/** A poll as its organisers see it. */
export interface OrganiserPoll {
  kind: 'poll';
  id: Id;
  round: Round;
  question: string;
  /**
   * @minItems 2
   * @maxItems 20
   */
  options: Option[];
  maxChoices: number;
  abstain: string | null;
  state: PollState;
  results: Results;
  tally: Tally | null;
  rev: Rev;
  /** Question and options cannot be edited any more. */
  hasVotes: boolean;
  /** Nobody can find out any more who voted what: the poll's key, the single ballots and the store's history of them are gone. */
  sealed: boolean;
}
/** A newer tally of one poll. */
export interface TallyMessage {
  type: 'tally';
  epoch: Epoch;
  poll: Id;
  tally: Tally;
}
/** How many people there are. */
export interface PresenceMessage {
  type: 'presence';
  epoch: Epoch;
  presence: Presence;
}
/** Whether votes can be stored. */
export interface StoreMessage {
  type: 'store';
  status: Store;
}
/** The vote is stored and counted. Sent only after it is on disk. */
export interface VoteCounted {
  type: 'voteCounted';
  ref: Ref;
  poll: Id;
  round: Round;
  vote: VoteId;
  seq: number;
  /** Proves that this person was counted, not what was chosen. */
  receipt: string;
}
/** The vote is not counted and must not be sent again. */
export interface VoteRefused {
  type: 'voteRefused';
  ref: Ref;
  poll: Id;
  round: Round;
  vote: VoteId;
  seq: number;
  /** Name of an error code. */
  code: string;
  message: string;
  /** With `superseded`: this person's vote that counts. */
  counted?: {
    seq: number;
    choice: Choice;
    abstain: boolean;
    receipt: string;
  };
}
/** The command took effect. */
export interface Done {
  type: 'done';
  ref: Ref;
  id?: Id;
}
/** The message it answers had no effect. `code` is from the table in codes.json, `message` says what to do. */
export interface ErrorMessage {
  type: 'error';
  ref: Ref | null;
  code: string;
  message: string;
  /** Try again after about this long. */
  retryAfterMs?: number;
}
/** Answer to `ping`. */
export interface Pong {
  type: 'pong';
}
/** The server is about to close the connection; the close frame carries the same code. */
export interface Goodbye {
  type: 'goodbye';
  code: number;
  message: string;
  reconnect: boolean;
  afterMs: number;
}
