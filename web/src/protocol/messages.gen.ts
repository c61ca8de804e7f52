// Generated from src/main/protocol/v1 by `npm run gen`. Do not edit.

export type Message = ClientMessage | ServerMessage;
/** Every message a client may send, version 1 of the wire. */
export type ClientMessage =
  | Hello
  | Ping
  | CastVote
  | GetAnswers
  | ModerateAnswers
  | OpenActivity
  | LockActivity
  | FinaliseActivity
  | ResetActivity
  | ShowResults
  | SetStage
  | ArrangeStage
  | CreateActivity
  | EditActivity
  | DuplicateActivity
  | NoteActivity
  | GetNotes
  | MoveActivity
  | DeleteActivity
  | EditEvent
  | EndEvent
  | ReopenEvent
  | FinaliseEvent
  | GetResults
  | SetLook
  | SetLogo
  | CreateRoom
  | EditRoom
  | DeleteRoom
  | WatchOverview
  | AskQuestion
  | WithdrawQuestion
  | CastUpvote
  | WatchQuestions
  | GetQuestions
  | WatchQueue
  | GetQueue
  | ModerateQuestions
  | MergeQuestion
  | UnmergeQuestion
  | SetBurstAside
  | SetAsking
  | HoldQuestion
  | HighlightQuestion
  | AnsweredQuestion
  | EraseQuestion
  | EditQuestions
  | React
  | EditReactions;
/** Identifier of an event, room or poll; opaque to clients. */
export type Id = string;
/** Chosen by the client, unique on its connection; the answer to this message carries it. */
export type Ref = number;
/** Counts the resets (and edits before the first vote) of a poll. A vote names the round it was made for. */
export type Round = number;
/** Made once per vote by the phone, at random; repeated unchanged whenever the same vote is sent again. */
export type VoteId = string;
/**
 * What a person answered, as entries; each kind of activity says what an entry is. Empty when abstaining.
 *
 * @maxItems 60
 */
export type Answer = string[];
/** Waiting for somebody to let them through, shown, hidden, or counted as another. */
export type AnswerList = 'waiting' | 'shown' | 'hidden' | 'joined';
/** Names an answer in people's own words, as `answers` gives it. */
export type AnswerName = string;
/** Whether an answer in somebody's own words may be shown, as moderators decided. */
export type Standing = 'undecided' | 'shown' | 'hidden';
/**
 * Revision of the poll, room or event that the sender has seen. A command built on an older one is refused with
 * `conflict`.
 */
export type Rev = number;
/** Who is sent the counts: organisers only, the stage too, or all. */
export type Results = 'hidden' | 'stage' | 'everyone';
/** The kind of activity that a draft makes, or of the one it changes. */
export type DraftKind = 'poll' | 'number' | 'points' | 'ranking' | 'rating' | 'words';
/** What an organiser writes when making or editing an activity: the draft of its kind. */
export type ActivityDraft = PollDraft | NumberDraft | PointsDraft | RankingDraft | RatingDraft | WordsDraft;
/** What is asked. */
export type QuestionText = string;
/** What an option says. */
export type OptionText = string;
/** Identifier of an option, stable within its poll. */
export type OptionId = string;
export type AbstainLabel = string | null;
/**
 * A number as text, at most 1000000000000 and at least -1000000000000. The server says it in its shortest form: no
 * zeros in front or behind the point that say nothing.
 */
export type Decimal = string;
/** What stands behind a number, such as years. */
export type UnitText = string;
/**
 * What an option counts for somebody who gave it no place: the mean of the points of the places left, or nothing. Of N
 * options the first place gives N points, the last 1.
 */
export type Unranked = 'mean' | 'zero';
export type NoOpinionLabel = string | null;
/** English or Welsh, as in BCP 47. */
export type WordsLanguage = 'en' | 'cy';
/**
 * Drawn at random by the client for what it makes: sent again under the same id, when no answer came, it makes no
 * second one.
 */
export type NewId = string;
/** Red, green and blue of sRGB, each two hex digits. */
export type Colour = string;
/**
 * Made once per question by the phone that asks it, at random; repeated unchanged whenever the same question is sent
 * again. Only its asker is ever told it.
 */
export type QuestionId = string;
/** Number of a public question, 1, 2, 3, … in the order of publication, stable within the round. */
export type QuestionNumber = number;
/** popular: most upvotes first, then the lower number; recent: the higher number first. */
export type QuestionOrder = 'popular' | 'recent';
/** Where a question stands. Public are published, live (being answered now) and answered. */
export type QuestionState =
  'waiting' | 'published' | 'live' | 'answered' | 'declined' | 'merged' | 'archived' | 'withdrawn';
/** A word moderators sort questions by; the room sees it. */
export type Label = string;
/** What to do with questions. */
export type ModerationAct =
  | {
      kind: 'approve';
    }
  | {
      kind: 'unpublish';
    }
  | {
      kind: 'decline';
      reason: DeclineReason;
      note: string | null;
    }
  | {
      kind: 'archive';
    }
  | {
      kind: 'restore';
    }
  | {
      kind: 'label';
      /** @maxItems 5 */
      add: Label[];
      /** @maxItems 5 */
      remove: Label[];
    }
  | {
      kind: 'answer';
      text: string;
    }
  | {
      kind: 'correct';
      text: string;
    };
/** Why a question was declined; its asker is told. */
export type DeclineReason = 'offTopic' | 'abusive' | 'namesSomebody' | 'duplicate' | 'notAQuestion' | 'other';
/** Whether moderators read a question before or after the room sees it. */
export type Check = 'before' | 'after';
/** How people may ask: anonymously only, as they choose, or with a name only. */
export type Names = 'anonymous' | 'choice' | 'named';
export type Reaction = 'clap' | 'heart' | 'idea' | 'question';
/** Every message the server may send, version 1 of the wire. */
export type ServerMessage =
  | Welcome
  | AttendeeSnapshot
  | StageSnapshot
  | OrganiserSnapshot
  | OverviewSnapshot
  | Notes
  | Answers
  | PublicResults
  | TallyMessage
  | PresenceMessage
  | StoreMessage
  | VoteCounted
  | VoteRefused
  | Done
  | ErrorMessage
  | Pong
  | Beat
  | Goodbye
  | QuestionAsked
  | QuestionRefused
  | UpvoteCounted
  | UpvoteRefused
  | QuestionsHead
  | QuestionPage
  | QuestionsMoved
  | QuestionTotalsMessage
  | OwnQuestions
  | QueueHead
  | QueuePage
  | QueueMoved
  | Hands
  | Moderated
  | ReactionsMessage;
/** Lineage of the versions. Versions of two epochs cannot be compared: a snapshot of another epoch replaces all. */
export type Epoch = string;
/** Rises with every change. Within an epoch, a message older than what is shown is ignored. */
export type Version = number;
/** An activity of the run order as attendees see it. */
export type AttendeeActivity = Poll | NumberPoll | PointsPoll | Ranking | Rating | Words;
/** A tally of a poll. */
export type PollTally = Tally & {
  result: number[] | null;
};
/**
 * Life of an activity within a round. Attendees and stage are told final only once nobody can find out who voted what;
 * until then locked.
 */
export type ActivityState = 'draft' | 'open' | 'locked' | 'final';
/** A tally of a number poll. */
export type NumberTally = Tally & {
  result: NumberResult | null;
};
/** A tally of a points poll. */
export type PointsTally = Tally & {
  result: PointsResult | null;
};
/** A tally of a ranking. */
export type RankingTally = Tally & {
  result: RankingResult | null;
};
/** A tally of a rating. */
export type RatingTally = Tally & {
  result: RatingResult | null;
};
/** A tally of a word cloud. */
export type WordsTally = Tally & {
  result: WordsResult | null;
};
/** What stands beside the run order, as attendees see it. */
export type AttendeeBeside = AttendeeQuestions | AttendeeReactions;
/** Of a Q&A that is on, as the room sees it. */
export type QaState = 'open' | 'locked' | 'final';
/** The states the room sees. */
export type PublicState = 'published' | 'live' | 'answered';
/** `away`: votes cannot be stored now; phones keep them and try again. */
export type Store = 'ok' | 'away';
/** An activity as it fills the stage. */
export type StageActivity = Poll | NumberPoll | PointsPoll | StageQuestions | Ranking | Rating | Words;
/** What stands beside whatever fills the stage. */
export type StageBeside = StageReactions;
/** An activity of the run order as organisers and remotes see it. */
export type OrganiserActivity =
  OrganiserPoll | OrganiserNumberPoll | OrganiserPointsPoll | OrganiserRanking | OrganiserRating | OrganiserWords;
/** What stands beside the run order, as organisers and remotes see it. */
export type OrganiserBeside = OrganiserQuestions | OrganiserReactions;
/** Flat: number, upvotes, number, upvotes, … */
export type Ups = number[];

/** First message on a connection: who is there and what it wants to follow. */
export interface Hello {
  type: 'hello';
  protocol: 1;
  role: 'attendee' | 'stage' | 'remote' | 'organiser';
  event: Id;
  room?: Id;
  /** The attendee's token or the secret of a stage or remote link; organisers are known by their session cookie. */
  token?: string;
  /**
   * Drawn at random by a page when it is loaded. A page that doubts its connection opens a second one beside it: both
   * say the same, and count as one.
   */
  page?: string;
}
/** Heartbeat, sent by browsers because they cannot send WebSocket pings. */
export interface Ping {
  type: 'ping';
}
/** Cast or change a vote. The same vote may be sent any number of times: it counts once. */
export interface CastVote {
  type: 'castVote';
  ref: Ref;
  activity: Id;
  round: Round;
  vote: VoteId;
  /** Rises with every new vote of this person in this round; the highest counts. */
  seq: number;
  answer: Answer;
  abstain: boolean;
  /**
   * How long ago, by the phone's own clock, the Vote button was pressed, in milliseconds, when this arrives: with the
   * estimated way to the server.
   */
  heldMs: number;
}
/** Ask for answers in people's own words, as far as they are published; answered with answers, at most 200 of them. */
export interface GetAnswers {
  type: 'getAnswers';
  ref: Ref;
  activity: Id;
  list: AnswerList;
  /** Part of what they are called, or of how somebody wrote them. */
  search?: string;
}
/** Decide about answers in people's own words, all or none. What was joined with one that is joined now goes along. */
export interface ModerateAnswers {
  type: 'moderateAnswers';
  ref: Ref;
  activity: Id;
  round: Round;
  /**
   * @minItems 1
   * @maxItems 20
   *
   * Items: All that is decided of one answer from now on.
   */
  answers: {
    answer: AnswerName;
    /** Of the decision it was made on, 0 for none. */
    rev: number;
    standing: Standing;
    /** Names an answer in people's own words, as `answers` gives it. */
    into?: string;
    /** What it is called; absent for the form that most people used. */
    called?: string;
  }[];
}
/**
 * Open an activity of the run order, or reopen a locked one. Locks the one that was open in the room and shows this one
 * on stage.
 */
export interface OpenActivity {
  type: 'openActivity';
  ref: Ref;
  activity: Id;
  rev: Rev;
}
/** Stop taking answers. */
export interface LockActivity {
  type: 'lockActivity';
  ref: Ref;
  activity: Id;
  rev: Rev;
}
/** End an activity for good: it takes no answers any more, and who answered what is destroyed. Cannot be undone. */
export interface FinaliseActivity {
  type: 'finaliseActivity';
  ref: Ref;
  activity: Id;
  rev: Rev;
}
/** Delete everything people answered and start a new round as a draft. Cannot be undone. */
export interface ResetActivity {
  type: 'resetActivity';
  ref: Ref;
  activity: Id;
  rev: Rev;
}
/** Choose who is sent the counts. */
export interface ShowResults {
  type: 'showResults';
  ref: Ref;
  activity: Id;
  rev: Rev;
  results: Results;
}
/** Choose what the stage shows. `blank`: nothing at all; what was chosen stays chosen. */
export interface SetStage {
  type: 'setStage';
  ref: Ref;
  room: Id;
  view: 'join' | 'activity' | 'blank';
  activity: Id | null;
}
/** Choose how the stage of a room shows what it shows; what is left out stays as it is. */
export interface ArrangeStage {
  type: 'arrangeStage';
  ref: Ref;
  room: Id;
  /** Options stand in the order of the result. Another activity on stage begins in the order it was given. */
  byResult?: boolean;
  /** Size of the letters, per cent of the design. */
  zoom?: number;
  theme?: 'dark' | 'light';
  /**
   * A countdown on stage ends then: epoch milliseconds of the server's clock, at most 24 hours ahead. Null takes it
   * off.
   */
  until?: number | null;
}
/** Add an activity to a room's run order. */
export interface CreateActivity {
  type: 'createActivity';
  ref: Ref;
  room: Id;
  after: Id | null;
  kind: DraftKind;
  draft: ActivityDraft;
  id?: NewId;
}
/** What an organiser writes when making or editing a poll. */
export interface PollDraft {
  question: QuestionText;
  /**
   * @minItems 2
   * @maxItems 20
   */
  options: {
    text: OptionText;
    id?: OptionId;
    exclusive?: boolean;
  }[];
  /** 1 is single choice. */
  maxChoices: number;
  abstain: AbstainLabel;
  results: Results;
}
/**
 * What an organiser writes when making or editing a number poll. `max` is more than `min` by a whole number of steps;
 * `step` is more than 0.
 */
export interface NumberDraft {
  question: QuestionText;
  min: Decimal;
  max: Decimal;
  step: Decimal;
  unit: UnitText | null;
  right: Decimal | null;
  abstain: AbstainLabel;
  results: Results;
}
/** What an organiser writes when making or editing a points poll. */
export interface PointsDraft {
  question: QuestionText;
  /**
   * @minItems 2
   * @maxItems 10
   */
  options: {
    text: OptionText;
    id?: OptionId;
  }[];
  /** Points that each person gives, all of them. */
  total: number;
  /** Points are given in multiples of it; it divides the total. */
  step: number;
  abstain: AbstainLabel;
  results: Results;
}
/** What an organiser writes when making or editing a ranking. */
export interface RankingDraft {
  question: QuestionText;
  /**
   * @minItems 2
   * @maxItems 15
   */
  options: {
    text: OptionText;
    id?: OptionId;
  }[];
  /** How many places people may give. */
  places: number;
  /** Options begin in an order of each person's own. */
  shuffled: boolean;
  unranked: Unranked;
  abstain: AbstainLabel;
  results: Results;
}
/** What an organiser writes when making or editing a rating. */
export interface RatingDraft {
  question: QuestionText;
  /**
   * @minItems 1
   * @maxItems 10
   */
  statements: {
    text: OptionText;
    id?: OptionId;
  }[];
  scale: RatingScale;
  noOpinion: NoOpinionLabel;
  abstain: AbstainLabel;
  results: Results;
}
/**
 * The points a statement can be given. Of `points`: 1 to so many, 2 to 10, with named ends. Of `agreement`: 5, from
 * strongly disagree to strongly agree. Of `promoter`: 11, from 0 to 10.
 */
export interface RatingScale {
  type: 'points' | 'agreement' | 'promoter';
  points: number;
  low: string | null;
  high: string | null;
}
/** What an organiser writes when making or editing a word cloud. */
export interface WordsDraft {
  question: QuestionText;
  /** How many entries a person may give. */
  entries: number;
  /** How many characters an entry may have at most. */
  length: number;
  /** A term is shown only once a moderator let it through. Without it only what may abuse somebody waits. */
  approveFirst: boolean;
  /**
   * Languages whose word forms count as one term, and whose stop words do not count.
   *
   * @maxItems 2
   */
  languages: WordsLanguage[];
  abstain: AbstainLabel;
  results: Results;
}
/** Change an activity. What people were asked is refused once somebody has answered. */
export interface EditActivity {
  type: 'editActivity';
  ref: Ref;
  activity: Id;
  rev: Rev;
  kind: DraftKind;
  draft: ActivityDraft;
}
/** Add a copy of an activity, without its answers, after it. */
export interface DuplicateActivity {
  type: 'duplicateActivity';
  ref: Ref;
  activity: Id;
  id?: NewId;
}
/** Keep notes with an activity, for organisers, presenters and remotes; empty for none. */
export interface NoteActivity {
  type: 'noteActivity';
  ref: Ref;
  activity: Id;
  notes: string;
}
/** Ask for the notes kept with an activity; answered with notes. */
export interface GetNotes {
  type: 'getNotes';
  ref: Ref;
  activity: Id;
}
/** Move an activity to after another one, or to the top. */
export interface MoveActivity {
  type: 'moveActivity';
  ref: Ref;
  activity: Id;
  after: Id | null;
}
/** Delete an activity and everything answered to it. Cannot be undone. */
export interface DeleteActivity {
  type: 'deleteActivity';
  ref: Ref;
  activity: Id;
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
  /** Left out: false. A rehearsal or small group: in polls opened from now on every vote shows at once. */
  smallGroup?: boolean;
}
/** End the event: everything that is open is closed, in one step. `rev` is the event's. */
export interface EndEvent {
  type: 'endEvent';
  ref: Ref;
  rev: Rev;
}
/**
 * Take the end of the event back: what it closed is open again and on stage, unless somebody has reset or finalised it
 * since.
 */
export interface ReopenEvent {
  type: 'reopenEvent';
  ref: Ref;
  rev: Rev;
}
/**
 * Finalise everything that is locked in run orders at once; of an event that is ended, all that was in use, and the end
 * with it.
 */
export interface FinaliseEvent {
  type: 'finaliseEvent';
  ref: Ref;
  rev: Rev;
}
/**
 * What attendees may read of their room once the event is over, nothing before; answered with `done` and
 * `publicResults`.
 */
export interface GetResults {
  type: 'getResults';
  ref: Ref;
}
/** Choose how the event's stages look; null: Plenary's look. */
export interface SetLook {
  type: 'setLook';
  ref: Ref;
  rev: Rev;
  look: EventLook | null;
}
/** How the stages of the event look. Without it: Plenary's look, dark. */
export interface EventLook {
  theme: 'dark' | 'light';
  /** What everything stands on; text of the theme has 4.5:1 on it at least. Null: Plenary's. */
  ground: Colour | null;
  /** Bars of a result, 3:1 on the ground at least. */
  bar: Colour | null;
  /** The bar that leads, 3:1 on the ground at least. */
  leader: Colour | null;
}
/** Choose the picture that the event bears on its stages, or none. */
export interface SetLogo {
  type: 'setLogo';
  ref: Ref;
  rev: Rev;
  png: string | null;
}
/** Add a room to the event. `done` names its id. From the second room on, each has a join code of its own. */
export interface CreateRoom {
  type: 'createRoom';
  ref: Ref;
  /** Of the room; no other room of the event has it. */
  name: string;
}
/** Give a room another name. */
export interface EditRoom {
  type: 'editRoom';
  ref: Ref;
  room: Id;
  rev: Rev;
  /** Of the room; no other room of the event has it. */
  name: string;
}
/** Delete a room with everything in it. Connections in it close with roomGone. The last room stays. */
export interface DeleteRoom {
  type: 'deleteRoom';
  ref: Ref;
  room: Id;
  rev: Rev;
}
/** Be sent overviewSnapshot from now on, or no longer. Answered by done. */
export interface WatchOverview {
  type: 'watchOverview';
  ref: Ref;
  on: boolean;
}
/** Ask a question. The same question may be sent any number of times: it is asked once. */
export interface AskQuestion {
  type: 'askQuestion';
  ref: Ref;
  activity: Id;
  round: Round;
  question: QuestionId;
  text: string;
  name: string | null;
}
/** Take one's own question back; its text is destroyed. */
export interface WithdrawQuestion {
  type: 'withdrawQuestion';
  ref: Ref;
  activity: Id;
  question: QuestionId;
}
/** Upvote a question, or take that back. The highest `seq` of a person and question stands. */
export interface CastUpvote {
  type: 'castUpvote';
  ref: Ref;
  activity: Id;
  round: Round;
  n: QuestionNumber;
  /** Rises with every upvote and withdrawal of this person in this round, whatever the question. */
  seq: number;
  on: boolean;
}
/** Follow the public list, or stop. Sent again, it is answered by a fresh head. */
export interface WatchQuestions {
  type: 'watchQuestions';
  ref: Ref;
  activity: Id;
  on: boolean;
  order: QuestionOrder;
}
/** The next page of the public list. */
export interface GetQuestions {
  type: 'getQuestions';
  ref: Ref;
  activity: Id;
  order: QuestionOrder;
  after: PageAfter;
}
/** The last question of the page before. */
export interface PageAfter {
  up: number;
  n: QuestionNumber;
}
/** Follow what moderators see, or stop. Sent again, it is answered by a fresh head. */
export interface WatchQueue {
  type: 'watchQueue';
  ref: Ref;
  activity: Id;
  on: boolean;
}
/** Part of the queue. */
export interface GetQueue {
  type: 'getQueue';
  ref: Ref;
  activity: Id;
  state: QuestionState | null;
  label: Label | null;
  search: string | null;
  after: Id | null;
}
/** Do the same with some questions, each by itself. */
export interface ModerateQuestions {
  type: 'moderateQuestions';
  ref: Ref;
  activity: Id;
  /**
   * @minItems 1
   * @maxItems 100
   */
  items: QueueRef[];
  act: ModerationAct;
}
/** A question as a moderator has seen it. */
export interface QueueRef {
  id: Id;
  rev: Rev;
}
/** Put a question below another: from then on they are one. */
export interface MergeQuestion {
  type: 'mergeQuestion';
  ref: Ref;
  activity: Id;
  id: Id;
  rev: Rev;
  into: Id;
}
/** Undo a merge. */
export interface UnmergeQuestion {
  type: 'unmergeQuestion';
  ref: Ref;
  activity: Id;
  id: Id;
  rev: Rev;
}
/** Set aside what a burst of newcomers asked and no moderator has decided on, or bring it back. */
export interface SetBurstAside {
  type: 'setBurstAside';
  ref: Ref;
  activity: Id;
  /** The one it began in, minutes since 1970-01-01T00:00Z. */
  minute: number;
  aside: boolean;
}
/** Whether questions are taken, and whether they are read first. */
export interface SetAsking {
  type: 'setAsking';
  ref: Ref;
  activity: Id;
  rev: Rev;
  asking: boolean;
  check: Check;
}
/** Tell the other moderators which question one is at; null: none. Not answered. */
export interface HoldQuestion {
  type: 'holdQuestion';
  activity: Id;
  id: Id | null;
}
/** Make a public question the one being answered; null: none. */
export interface HighlightQuestion {
  type: 'highlightQuestion';
  ref: Ref;
  activity: Id;
  n: QuestionNumber | null;
  live: number | null;
}
/** A public question was answered in the room. */
export interface AnsweredQuestion {
  type: 'answeredQuestion';
  ref: Ref;
  activity: Id;
  n: QuestionNumber;
}
/** Destroy text and name of a question. Cannot be undone. */
export interface EraseQuestion {
  type: 'eraseQuestion';
  ref: Ref;
  activity: Id;
  id: Id;
  rev: Rev;
}
/** Turn the Q&A of a room on or off, or change it; a room without one gets it. */
export interface EditQuestions {
  type: 'editQuestions';
  ref: Ref;
  room: Id;
  /**
   * Revision of the poll, room or event that the sender has seen. A command built on an older one is refused with
   * `conflict`.
   */
  rev: number;
  settings: QaSettings;
}
/** What an organiser can set of a room's Q&A. */
export interface QaSettings {
  /** draft: off, nobody sees it. open: on. locked: shown, and nothing can be asked or upvoted. */
  state: 'draft' | 'open' | 'locked';
  check: Check;
  names: Names;
  /** Longest question, in code points. */
  maxLength: number;
  /** How many questions that were not withdrawn one person may have. */
  perPerson: number;
  /** Everybody is told how many questions were received, approved, merged and declined, by reason. */
  openCounts: boolean;
}
/** Show a reaction. Sent once and never again, at most two a second; answered only when it is refused. */
export interface React {
  type: 'react';
  activity: Id;
  kind: Reaction;
  /** Taps since the last message. */
  count: number;
}
/** Turn the reactions of a room on or off; a room without gets them when they are turned on. */
export interface EditReactions {
  type: 'editReactions';
  ref: Ref;
  room: Id;
  /**
   * Revision of the poll, room or event that the sender has seen. A command built on an older one is refused with
   * `conflict`.
   */
  rev: number;
  on: boolean;
}
/** Answer to `hello`; a snapshot follows. */
export interface Welcome {
  type: 'welcome';
  protocol: 1;
  role: 'attendee' | 'stage' | 'remote' | 'organiser' | 'moderator' | 'presenter';
  /** Send `ping` this often; an answer is due within 2.5 s. */
  heartbeatMs: number;
  /** The next `beat` comes within this; 0: none comes until something of the event is opened. */
  beatMs: number;
  /** A vote cast before the lock still counts when it arrives this long after it. */
  graceMs: number;
  /**
   * The server's clock, in epoch milliseconds: read moments of other messages against it, the page's own clock may be
   * wrong.
   */
  now: number;
  /** Version of the server; after a plus sign, the build of its pages: a page of another one is out of date. */
  server: string;
  /** To the people who run the event: what they may do, by the names of roles.md. */
  may?: string[];
  /** To the people who run the event: ids of the rooms they may do it in. Absent: in all. */
  rooms?: Id[];
}
/** All that an attendee sees, whole. */
export interface AttendeeSnapshot {
  type: 'attendeeSnapshot';
  epoch: Epoch;
  version: Version;
  event: EventName;
  room: RoomName;
  /** Every room of the event in order. Absent while there is one. */
  rooms?: RoomName[];
  /** Kinds of what stands in the room's run order, drafts too: a page loads what it needs of them before it opens. */
  kinds: string[];
  activity: AttendeeActivity | null;
  /** What the room has beside the run order and is on, one of each kind at most. */
  beside: AttendeeBeside[];
  presence: Presence;
  store: Store;
  over?: EventOver;
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
  /**
   * @minItems 2
   * @maxItems 20
   */
  options: Option[];
  maxChoices: number;
  tally: PollTally | null;
  id: Id;
  round: Round;
  question: QuestionText;
  abstain: AbstainLabel;
  state: ActivityState;
  results: Results;
  /** Given when true: a small group or rehearsal, in which every vote shows at once. Say it before the first vote. */
  smallGroup?: boolean;
  /**
   * When it was opened last, in epoch milliseconds; of what is locked, too. Absent of a draft. Never told to attendees.
   */
  openedAt?: number;
  /**
   * Closed, but votes pressed before that are still counted for this long; then a snapshot without this comes. Never
   * told to attendees.
   */
  closingMs?: number;
}
/** An option of a poll. */
export interface Option {
  id: OptionId;
  text: OptionText;
  /** Cannot be chosen together with another option ("None of these"). */
  exclusive: boolean;
}
/**
 * The result as it may be shown: `result`, `voted` and `abstained` are of the step that was published last, all of one
 * moment.
 */
export interface Tally {
  round: Round;
  version: Version;
  /**
   * What the kind makes of the published answers, as the tally of its activities says; null while hidden from this
   * audience.
   */
  result: unknown;
  /** People whose published vote chooses something: the base of every percentage. 0 while the result is hidden. */
  voted: number;
  /** People whose published vote abstains. 0 while the result is hidden. */
  abstained: number;
  /** People whose latest vote came too late and is not counted. */
  late: number;
  /**
   * People whose vote is counted now. While that is more than `voted` and `abstained` together, the result is that of
   * the first so many.
   */
  answers: number;
  /**
   * People who were connected at any moment while the poll was open, in all its openings, and whoever voted: the base
   * of turnout.
   */
  connected: number;
  /** Given, and true, once the poll is closed and the last step was made: what is not published now never is. */
  complete?: boolean;
}
/** A number poll as the room sees it. An answer is one entry, the number as a Decimal in its shortest form. */
export interface NumberPoll {
  kind: 'number';
  min: Decimal;
  max: Decimal;
  step: Decimal;
  unit: UnitText | null;
  tally: NumberTally | null;
  id: Id;
  round: Round;
  question: QuestionText;
  abstain: AbstainLabel;
  state: ActivityState;
  results: Results;
  /** Given when true: a small group or rehearsal, in which every vote shows at once. Say it before the first vote. */
  smallGroup?: boolean;
  /**
   * When it was opened last, in epoch milliseconds; of what is locked, too. Absent of a draft. Never told to attendees.
   */
  openedAt?: number;
  /**
   * Closed, but votes pressed before that are still counted for this long; then a snapshot without this comes. Never
   * told to attendees.
   */
  closingMs?: number;
}
/**
 * What the votes of a number poll say together. Values are places: steps from the smallest, which is 0. Bin b has the
 * places from b * width.
 */
export interface NumberResult {
  /** Values that share a counter; 1 where each has its own. */
  width: number;
  /**
   * Bins in which there is an answer, from the lowest.
   *
   * @maxItems 500
   */
  bins: number[];
  /**
   * How many answers each of these has.
   *
   * @maxItems 500
   */
  counts: number[];
  /** The right value; null when there is none, and until the result is complete. */
  right: Decimal | null;
}
/**
 * A points poll as the room sees it. An answer has an entry for each option that is given any points: its id, a colon
 * and the points, such as "a:30".
 */
export interface PointsPoll {
  kind: 'points';
  /**
   * @minItems 2
   * @maxItems 10
   */
  options: PointsOption[];
  /** Points that each person gives, all of them. */
  total: number;
  /** Points are given in multiples of it; it divides the total. */
  step: number;
  tally: PointsTally | null;
  id: Id;
  round: Round;
  question: QuestionText;
  abstain: AbstainLabel;
  state: ActivityState;
  results: Results;
  /** Given when true: a small group or rehearsal, in which every vote shows at once. Say it before the first vote. */
  smallGroup?: boolean;
  /**
   * When it was opened last, in epoch milliseconds; of what is locked, too. Absent of a draft. Never told to attendees.
   */
  openedAt?: number;
  /**
   * Closed, but votes pressed before that are still counted for this long; then a snapshot without this comes. Never
   * told to attendees.
   */
  closingMs?: number;
}
/** What can be given points. */
export interface PointsOption {
  id: OptionId;
  text: OptionText;
}
/** What the votes of a points poll say together, in the order of its options. */
export interface PointsResult {
  /**
   * The sum of the points that each option was given; divided by voted it is the mean.
   *
   * @minItems 2
   * @maxItems 10
   */
  points: number[];
  /**
   * How many gave each option any.
   *
   * @minItems 2
   * @maxItems 10
   */
  givers: number[];
}
/** A ranking as the room sees it. An answer is the ids of the options that were given a place, best first. */
export interface Ranking {
  kind: 'ranking';
  /**
   * @minItems 2
   * @maxItems 15
   */
  options: RankingOption[];
  /** How many places people may give. */
  places: number;
  /** Options begin in an order of each person's own. */
  shuffled: boolean;
  unranked: Unranked;
  tally: RankingTally | null;
  id: Id;
  round: Round;
  question: QuestionText;
  abstain: AbstainLabel;
  state: ActivityState;
  results: Results;
  /** Given when true: a small group or rehearsal, in which every vote shows at once. Say it before the first vote. */
  smallGroup?: boolean;
  /**
   * When it was opened last, in epoch milliseconds; of what is locked, too. Absent of a draft. Never told to attendees.
   */
  openedAt?: number;
  /**
   * Closed, but votes pressed before that are still counted for this long; then a snapshot without this comes. Never
   * told to attendees.
   */
  closingMs?: number;
}
/** What can be given a place. */
export interface RankingOption {
  id: OptionId;
  text: OptionText;
}
/** What the votes of a ranking say together, in the order of its options. */
export interface RankingResult {
  /**
   * Twice the sum of the points of each option, so that halves stay whole numbers; divided by 2 and by voted it is the
   * mean score.
   *
   * @minItems 2
   * @maxItems 15
   */
  doublePoints: number[];
  /**
   * How many gave each option the first place.
   *
   * @minItems 2
   * @maxItems 15
   */
  firsts: number[];
  winner: string | null;
}
/**
 * A rating as the room sees it. An answer is an entry for each statement: its id, a colon, and the point or `none` for
 * no opinion.
 */
export interface Rating {
  kind: 'rating';
  /**
   * @minItems 1
   * @maxItems 10
   */
  statements: RatingStatement[];
  scale: RatingScale;
  noOpinion: NoOpinionLabel;
  tally: RatingTally | null;
  id: Id;
  round: Round;
  question: QuestionText;
  abstain: AbstainLabel;
  state: ActivityState;
  results: Results;
  /** Given when true: a small group or rehearsal, in which every vote shows at once. Say it before the first vote. */
  smallGroup?: boolean;
  /**
   * When it was opened last, in epoch milliseconds; of what is locked, too. Absent of a draft. Never told to attendees.
   */
  openedAt?: number;
  /**
   * Closed, but votes pressed before that are still counted for this long; then a snapshot without this comes. Never
   * told to attendees.
   */
  closingMs?: number;
}
/** What is given a point. */
export interface RatingStatement {
  id: OptionId;
  text: OptionText;
}
/** What the votes of a rating say together, in the order of its statements. */
export interface RatingResult {
  /**
   * Of each statement how many gave it each point, from the lowest.
   *
   * @minItems 1
   * @maxItems 10
   */
  counts: number[][];
  /**
   * Of each statement how many have no opinion on it: in no number of its counts.
   *
   * @minItems 1
   * @maxItems 10
   */
  noOpinion: number[];
}
/** A word cloud as the room sees it. An answer is the entries as they were written, 1 to 3 words each. */
export interface Words {
  kind: 'words';
  /** How many entries a person may give. */
  entries: number;
  /** How many characters an entry may have at most. */
  length: number;
  /** A term is shown only once a moderator let it through. Without it only what may abuse somebody waits. */
  approveFirst: boolean;
  /**
   * Languages whose word forms count as one term, and whose stop words do not count.
   *
   * @maxItems 2
   */
  languages: WordsLanguage[];
  tally: WordsTally | null;
  id: Id;
  round: Round;
  question: QuestionText;
  abstain: AbstainLabel;
  state: ActivityState;
  results: Results;
  /** Given when true: a small group or rehearsal, in which every vote shows at once. Say it before the first vote. */
  smallGroup?: boolean;
  /**
   * When it was opened last, in epoch milliseconds; of what is locked, too. Absent of a draft. Never told to attendees.
   */
  openedAt?: number;
  /**
   * Closed, but votes pressed before that are still counted for this long; then a snapshot without this comes. Never
   * told to attendees.
   */
  closingMs?: number;
}
/** What people wrote, as far as it is shown. The base of the numbers is who voted. */
export interface WordsResult {
  /**
   * Most counted first; phones are told of 30 at most.
   *
   * @maxItems 150
   */
  terms: WordsTerm[];
  /** Terms that are shown and not listed here. */
  more: number;
  /** Terms that wait for a moderator. */
  held: number;
  /** Terms that moderators have hidden. */
  hidden: number;
}
/** What some people wrote, in one form or another. */
export interface WordsTerm {
  /** Stays the same while the text changes to the form that most people use. */
  id: string;
  /** The form that most people use, or what a moderator called it. */
  text: string;
  /** People who wrote it; each counts once. */
  count: number;
}
/** The Q&A of a room as its people see it; the list itself is asked for with `watchQuestions`. */
export interface AttendeeQuestions {
  kind: 'qa';
  id: Id;
  round: Round;
  state: QaState;
  asking: boolean;
  check: Check;
  names: Names;
  maxLength: number;
  perPerson: number;
  totals: QuestionTotals;
  live: QuestionItem | null;
  open?: OpenCounts;
}
/** How many public questions there are. */
export interface QuestionTotals {
  /** Published or live. */
  published: number;
  answered: number;
}
/** A public question. */
export interface QuestionItem {
  n: QuestionNumber;
  text: string;
  /** A moderator corrected its spelling; absent otherwise. */
  corrected?: true;
  name?: string;
  /** When it was asked: minutes since 1970-01-01T00:00Z. */
  minute: number;
  /** Upvotes: people, counted once for it and all that was merged into it. */
  up: number;
  state: PublicState;
  /** @maxItems 5 */
  labels?: Label[];
  answer?: string;
  /**
   * Numbers of public questions that were merged into it.
   *
   * @maxItems 49
   */
  also?: QuestionNumber[];
  /** Language, where it is known. */
  lang?: 'en' | 'cy' | 'ar';
  /** Direction of the text, where it is known. */
  dir?: 'ltr' | 'rtl';
}
/** How moderation went, told when the organiser wants it told. */
export interface OpenCounts {
  received: number;
  waiting: number;
  /** Were let through, whatever became of them. */
  approved: number;
  merged: number;
  /** By reason. */
  declined: {
    offTopic: number;
    abusive: number;
    namesSomebody: number;
    duplicate: number;
    notAQuestion: number;
    other: number;
  };
}
/** The room takes reactions. */
export interface AttendeeReactions {
  kind: 'reactions';
  id: Id;
}
/** People in the room. */
export interface Presence {
  /** People who have ever said hello in the room. */
  joined: number;
  /** People connected now. */
  here: number;
}
/** Given when the event is over. */
export interface EventOver {
  /** end: those who run it ended it. dates: its last day is past. */
  by: 'end' | 'dates';
  /** How many results `getResults` brings. */
  results: number;
}
/** All that the stage shows, whole. */
export interface StageSnapshot {
  type: 'stageSnapshot';
  epoch: Epoch;
  version: Version;
  event: EventName;
  room: RoomName;
  /** Every room of the event in order. Absent while there is one, which nobody needs to be told the name of. */
  rooms?: RoomName[];
  view: 'join' | 'activity' | 'blank';
  activity: StageActivity | null;
  /** What is shown whatever the activity is, one of each kind at most. */
  beside: StageBeside[];
  /** Place of the activity in the run order. */
  position: {
    /** From 1; 0 when nothing is shown. */
    index: number;
    of: number;
  };
  look: StageLook;
  join: JoinInfo;
  presence: Presence;
  store: Store;
  /** Given when true: those who run the event have ended it. The stage says so instead of how to join. */
  ended?: boolean;
}
/** The Q&A of a room as the stage shows it. */
export interface StageQuestions {
  kind: 'qa';
  id: Id;
  round: Round;
  state: QaState;
  asking: boolean;
  totals: QuestionTotals;
  live: QuestionItem | null;
  /**
   * The most popular that are not answered, without the live one.
   *
   * @maxItems 5
   */
  next: QuestionItem[];
  open?: OpenCounts;
}
/** Reactions as the stage shows them beside everything else. */
export interface StageReactions {
  kind: 'reactions';
  id: Id;
  totals: ReactionCounts;
}
/** Taps, not people. */
export interface ReactionCounts {
  clap: number;
  heart: number;
  idea: number;
  question: number;
}
/** How the stage looks now. */
export interface StageLook {
  theme: 'dark' | 'light';
  byResult: boolean;
  zoom: number;
  /** When the countdown on stage ends, in epoch milliseconds. Absent when none runs. */
  until?: number;
  event?: EventLook;
  /** Path of the event's picture; absent when it has none. */
  logo?: string;
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
  /** Every room of the event in order. Absent while there is one. */
  rooms?: RoomName[];
  runOrder: OrganiserActivity[];
  /** What the room has beside the run order, also while it is off, one of each kind at most. */
  beside: OrganiserBeside[];
  join: JoinInfo;
  presence: Presence;
  store: Store;
  /** While the store is away: what is wrong, and what to do; else what a copy still holds. */
  storeReason?: string;
  /**
   * Kinds of activities of which none can be made yet, because not all servers know them. Absent where all can.
   *
   * @minItems 1
   */
  withheld?: string[];
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
  /** Given when true: a rehearsal or small group. In polls opened from now on every vote shows at once. */
  smallGroup?: boolean;
  id: Id;
  rev: Rev;
  code: string;
  look?: EventLook;
  /** Path of the event's picture; absent when it has none. */
  logo?: string;
  /** Absent while the event goes on. Finalised: its end cannot be taken back. */
  phase?: 'ended' | 'finalised';
  /** Given when true: the event is put away, and listed among the archived ones. */
  archived?: boolean;
}
export interface OrganiserRoom {
  id: Id;
  rev: Rev;
  name: string;
  view: 'join' | 'activity' | 'blank';
  activity: Id | null;
  /** On stage, options stand in the order of the result. */
  byResult: boolean;
  /** Size of the stage's letters, per cent of the design. */
  zoom: number;
  /** Of the stage now. */
  theme: 'dark' | 'light';
  /** When the countdown on stage ends, in epoch milliseconds. Absent when none runs. */
  until?: number;
}
/** A poll as its organisers see it. */
export interface OrganiserPoll {
  kind: 'poll';
  /**
   * @minItems 2
   * @maxItems 20
   */
  options: Option[];
  maxChoices: number;
  tally: PollTally | null;
  id: Id;
  round: Round;
  question: QuestionText;
  abstain: AbstainLabel;
  state: ActivityState;
  results: Results;
  /** Who is sent the counts: organisers only, the stage too, or all. */
  chosen: 'hidden' | 'stage' | 'everyone';
  /** Given when true: a small group or rehearsal, in which every vote shows at once. Say it before the first vote. */
  smallGroup?: boolean;
  rev: Rev;
  /** What is asked cannot be edited any more. */
  hasVotes: boolean;
  /**
   * Nobody can find out any more who voted what: the activity's key, the single ballots and the store's history of them
   * are gone.
   */
  anonymised: boolean;
  /** When it was opened last, in epoch milliseconds; of what is locked, too. Absent of a draft. */
  openedAt?: number;
  /**
   * Closed, but votes pressed before that are still counted for this long; then a snapshot without this comes. Never
   * told to attendees.
   */
  closingMs?: number;
}
/** A number poll as its organisers see it. */
export interface OrganiserNumberPoll {
  kind: 'number';
  min: Decimal;
  max: Decimal;
  step: Decimal;
  unit: UnitText | null;
  right: Decimal | null;
  tally: NumberTally;
  id: Id;
  round: Round;
  question: QuestionText;
  abstain: AbstainLabel;
  state: ActivityState;
  results: Results;
  /** Who is sent the counts: organisers only, the stage too, or all. */
  chosen: 'hidden' | 'stage' | 'everyone';
  /** Given when true: a small group or rehearsal, in which every vote shows at once. Say it before the first vote. */
  smallGroup?: boolean;
  rev: Rev;
  /** What is asked cannot be edited any more. */
  hasVotes: boolean;
  /**
   * Nobody can find out any more who voted what: the activity's key, the single ballots and the store's history of them
   * are gone.
   */
  anonymised: boolean;
  /** When it was opened last, in epoch milliseconds; of what is locked, too. Absent of a draft. */
  openedAt?: number;
  /**
   * Closed, but votes pressed before that are still counted for this long; then a snapshot without this comes. Never
   * told to attendees.
   */
  closingMs?: number;
}
/** A points poll as its organisers see it. */
export interface OrganiserPointsPoll {
  kind: 'points';
  /**
   * @minItems 2
   * @maxItems 10
   */
  options: PointsOption[];
  /** Points that each person gives, all of them. */
  total: number;
  /** Points are given in multiples of it; it divides the total. */
  step: number;
  tally: PointsTally;
  id: Id;
  round: Round;
  question: QuestionText;
  abstain: AbstainLabel;
  state: ActivityState;
  results: Results;
  /** Who is sent the counts: organisers only, the stage too, or all. */
  chosen: 'hidden' | 'stage' | 'everyone';
  /** Given when true: a small group or rehearsal, in which every vote shows at once. Say it before the first vote. */
  smallGroup?: boolean;
  rev: Rev;
  /** What is asked cannot be edited any more. */
  hasVotes: boolean;
  /**
   * Nobody can find out any more who voted what: the activity's key, the single ballots and the store's history of them
   * are gone.
   */
  anonymised: boolean;
  /** When it was opened last, in epoch milliseconds; of what is locked, too. Absent of a draft. */
  openedAt?: number;
  /**
   * Closed, but votes pressed before that are still counted for this long; then a snapshot without this comes. Never
   * told to attendees.
   */
  closingMs?: number;
}
/** A ranking as its organisers see it. */
export interface OrganiserRanking {
  kind: 'ranking';
  /**
   * @minItems 2
   * @maxItems 15
   */
  options: RankingOption[];
  /** How many places people may give. */
  places: number;
  /** Options begin in an order of each person's own. */
  shuffled: boolean;
  unranked: Unranked;
  tally: RankingTally;
  id: Id;
  round: Round;
  question: QuestionText;
  abstain: AbstainLabel;
  state: ActivityState;
  results: Results;
  /** Who is sent the counts: organisers only, the stage too, or all. */
  chosen: 'hidden' | 'stage' | 'everyone';
  /** Given when true: a small group or rehearsal, in which every vote shows at once. Say it before the first vote. */
  smallGroup?: boolean;
  rev: Rev;
  /** What is asked cannot be edited any more. */
  hasVotes: boolean;
  /**
   * Nobody can find out any more who voted what: the activity's key, the single ballots and the store's history of them
   * are gone.
   */
  anonymised: boolean;
  /** When it was opened last, in epoch milliseconds; of what is locked, too. Absent of a draft. */
  openedAt?: number;
  /**
   * Closed, but votes pressed before that are still counted for this long; then a snapshot without this comes. Never
   * told to attendees.
   */
  closingMs?: number;
}
/** A rating as its organisers see it. */
export interface OrganiserRating {
  kind: 'rating';
  /**
   * @minItems 1
   * @maxItems 10
   */
  statements: RatingStatement[];
  scale: RatingScale;
  noOpinion: NoOpinionLabel;
  tally: RatingTally;
  id: Id;
  round: Round;
  question: QuestionText;
  abstain: AbstainLabel;
  state: ActivityState;
  results: Results;
  /** Who is sent the counts: organisers only, the stage too, or all. */
  chosen: 'hidden' | 'stage' | 'everyone';
  /** Given when true: a small group or rehearsal, in which every vote shows at once. Say it before the first vote. */
  smallGroup?: boolean;
  rev: Rev;
  /** What is asked cannot be edited any more. */
  hasVotes: boolean;
  /**
   * Nobody can find out any more who voted what: the activity's key, the single ballots and the store's history of them
   * are gone.
   */
  anonymised: boolean;
  /** When it was opened last, in epoch milliseconds; of what is locked, too. Absent of a draft. */
  openedAt?: number;
  /**
   * Closed, but votes pressed before that are still counted for this long; then a snapshot without this comes. Never
   * told to attendees.
   */
  closingMs?: number;
}
/** A word cloud as its organisers see it. */
export interface OrganiserWords {
  kind: 'words';
  /** How many entries a person may give. */
  entries: number;
  /** How many characters an entry may have at most. */
  length: number;
  /** A term is shown only once a moderator let it through. Without it only what may abuse somebody waits. */
  approveFirst: boolean;
  /**
   * Languages whose word forms count as one term, and whose stop words do not count.
   *
   * @maxItems 2
   */
  languages: WordsLanguage[];
  tally: WordsTally;
  id: Id;
  round: Round;
  question: QuestionText;
  abstain: AbstainLabel;
  state: ActivityState;
  results: Results;
  /** Who is sent the counts: organisers only, the stage too, or all. */
  chosen: 'hidden' | 'stage' | 'everyone';
  /** Given when true: a small group or rehearsal, in which every vote shows at once. Say it before the first vote. */
  smallGroup?: boolean;
  rev: Rev;
  /** What is asked cannot be edited any more. */
  hasVotes: boolean;
  /**
   * Nobody can find out any more who voted what: the activity's key, the single ballots and the store's history of them
   * are gone.
   */
  anonymised: boolean;
  /** When it was opened last, in epoch milliseconds; of what is locked, too. Absent of a draft. */
  openedAt?: number;
  /**
   * Closed, but votes pressed before that are still counted for this long; then a snapshot without this comes. Never
   * told to attendees.
   */
  closingMs?: number;
}
/** The Q&A of a room as its organisers and its remote see it. */
export interface OrganiserQuestions {
  kind: 'qa';
  id: Id;
  round: Round;
  rev: Rev;
  state: 'draft' | 'open' | 'locked' | 'final';
  /** Nobody can find out any more who asked or upvoted what. */
  anonymised: boolean;
  asking: boolean;
  check: Check;
  names: Names;
  maxLength: number;
  perPerson: number;
  openCounts: boolean;
  live: QuestionItem | null;
  counts: StateCounts;
}
/** How many questions stand where. */
export interface StateCounts {
  waiting: number;
  published: number;
  live: number;
  answered: number;
  declined: number;
  merged: number;
  archived: number;
  withdrawn: number;
  /** When the question that has waited longest was asked: minutes since 1970-01-01T00:00Z. Absent when none waits. */
  oldest?: number;
}
/** Reactions as those see them who run the room. */
export interface OrganiserReactions {
  kind: 'reactions';
  id: Id;
  rev: Rev;
  on: boolean;
  totals: ReactionCounts;
}
/** All rooms of the event, at most once a second, to organisers who watch it. */
export interface OverviewSnapshot {
  type: 'overviewSnapshot';
  epoch: Epoch;
  version: Version;
  rooms: OverviewRoom[];
}
/** A room among others. */
export interface OverviewRoom {
  id: Id;
  rev: Rev;
  name: string;
  code: string;
  presence: Presence;
  /** Title of what the stage shows; null at the join screen. */
  staged: string | null;
  open: OverviewPoll | null;
  /** Null when there are none, or they are off. */
  questions: OverviewQuestions | null;
}
/** What is voted on, how many have voted, with those who abstain, and of how many. */
export interface OverviewPoll {
  title: string;
  voted: number;
  connected: number;
}
/** Questions of a room in numbers. */
export interface OverviewQuestions {
  waiting: number;
  published: number;
  /** The question that is being answered. */
  live: string | null;
}
/** Notes kept with an activity, to whoever may run it and asked; empty for none. */
export interface Notes {
  type: 'notes';
  ref: Ref;
  activity: Id;
  notes: string;
}
/** Answers in people's own words, most counted first, to somebody who moderates and asked. */
export interface Answers {
  type: 'answers';
  ref: Ref;
  activity: Id;
  round: Round;
  version: Version;
  /** @maxItems 200 */
  items: AnswerItem[];
  /** How many the list has. */
  total: number;
}
/** One answer in people's own words, as moderators see it. */
export interface AnswerItem {
  answer: AnswerName;
  /** What it is called. */
  text: string;
  /** People who gave it, as published; 0 while it is counted as another. */
  count: number;
  /**
   * As people wrote it, most used first.
   *
   * @maxItems 5
   */
  forms: {
    text: string;
    /** People who wrote it so, as published. */
    count: number;
  }[];
  /** It is shown only once somebody lets it through. */
  waits: boolean;
  /** Of the newest decision about it, 0 for none. */
  rev: number;
  standing: Standing;
  /** Names an answer in people's own words, as `answers` gives it. */
  into?: string;
  /** The name it was given; absent for the form that most people used. */
  called?: string;
}
/**
 * What attendees may read of their room once the event is over: what is finalised, and of which everybody was to see
 * the result.
 */
export interface PublicResults {
  type: 'publicResults';
  epoch: Epoch;
  version: Version;
  activities: AttendeeActivity[];
}
/** A newer tally of one poll. */
export interface TallyMessage {
  type: 'tally';
  epoch: Epoch;
  activity: Id;
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
  /** To organisers and remotes only: what is wrong and what to do, or what a copy still holds. */
  reason?: string;
}
/** The vote is stored and counted. Sent only after it is on disk. */
export interface VoteCounted {
  type: 'voteCounted';
  ref: Ref;
  activity: Id;
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
  activity: Id;
  round: Round;
  vote: VoteId;
  seq: number;
  /** Name of an error code. */
  code: string;
  message: string;
  /** With `superseded`: this person's vote that counts. */
  counted?: {
    seq: number;
    answer: Answer;
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
/** A sign of life, one for all who follow an event, while anything of it is open. */
export interface Beat {
  type: 'beat';
  /** The next one comes within this; 0: this was the last until something is opened. */
  nextMs: number;
}
/** The server is about to close the connection; the close frame carries the same code. */
export interface Goodbye {
  type: 'goodbye';
  code: number;
  message: string;
  reconnect: boolean;
  afterMs: number;
}
/** The question is stored. Sent only after it is on disk. */
export interface QuestionAsked {
  type: 'questionAsked';
  ref: Ref;
  activity: Id;
  round: Round;
  question: QuestionId;
  state: QuestionState;
}
/** The question is not stored and must not be sent again. */
export interface QuestionRefused {
  type: 'questionRefused';
  ref: Ref;
  activity: Id;
  round: Round;
  question: QuestionId;
  /** Name of an error code. */
  code: string;
  message: string;
}
/** The upvote, or its withdrawal, is stored and counted. Sent only after it is on disk. */
export interface UpvoteCounted {
  type: 'upvoteCounted';
  ref: Ref;
  activity: Id;
  round: Round;
  n: QuestionNumber;
  seq: number;
  on: boolean;
}
/** The upvote does not count and must not be sent again. */
export interface UpvoteRefused {
  type: 'upvoteRefused';
  ref: Ref;
  activity: Id;
  round: Round;
  n: QuestionNumber;
  seq: number;
  /** Name of an error code. */
  code: string;
  message: string;
  /** With `superseded`: what stands. */
  counted?: {
    seq: number;
    on: boolean;
  };
}
/** The first questions of the list, and where its frames stand. */
export interface QuestionsHead {
  type: 'questionsHead';
  ref: Ref;
  activity: Id;
  round: Round;
  /** Names one line of frames; another one means: everything afresh. */
  feed: string;
  /** Rises by one from frame to frame of a feed. */
  frame: number;
  /**
   * The highest number ever given, also to a question that is public no more: only a higher one is new. 0: none was.
   */
  newest: number;
  order: QuestionOrder;
  /** @maxItems 30 */
  items: QuestionItem[];
  more: boolean;
}
/** The questions after a cursor. */
export interface QuestionPage {
  type: 'questionPage';
  ref: Ref;
  activity: Id;
  round: Round;
  order: QuestionOrder;
  /** @maxItems 30 */
  items: QuestionItem[];
  more: boolean;
}
/** What moved in the list. A frame left out means: ask for the head again. */
export interface QuestionsMoved {
  type: 'questionsMoved';
  activity: Id;
  /** Names one line of frames; another one means: everything afresh. */
  feed: string;
  /** Rises by one from frame to frame of a feed. */
  frame: number;
  up?: Ups;
  /** New and changed questions, whole. */
  put?: QuestionItem[];
  /** No longer public. */
  gone?: QuestionNumber[];
}
/** Newer numbers of the Q&A. */
export interface QuestionTotalsMessage {
  type: 'questionTotals';
  epoch: Epoch;
  activity: Id;
  round: Round;
  totals: QuestionTotals;
  open?: OpenCounts;
  counts?: StateCounts1;
  live?: LiveUpvotes;
}
/** How many questions stand where. */
export interface StateCounts1 {
  waiting: number;
  published: number;
  live: number;
  answered: number;
  declined: number;
  merged: number;
  archived: number;
  withdrawn: number;
  /** When the question that has waited longest was asked: minutes since 1970-01-01T00:00Z. Absent when none waits. */
  oldest?: number;
}
/** Upvotes of the question that is live; absent when none is. */
export interface LiveUpvotes {
  n: QuestionNumber;
  up: number;
}
/** All questions this person asked and did not withdraw, oldest first. */
export interface OwnQuestions {
  type: 'ownQuestions';
  epoch: Epoch;
  activity: Id;
  round: Round;
  /** @maxItems 100 */
  items: OwnQuestion[];
  /** How many more may be asked. */
  left: number;
}
/** A question as its asker sees it. */
export interface OwnQuestion {
  question: QuestionId;
  /** Absent when an organiser erased it. */
  text?: string;
  /** What was asked, once a moderator corrected its spelling. */
  original?: string;
  name?: string;
  /** Minutes since 1970-01-01T00:00Z. */
  minute: number;
  state: QuestionState;
  /** Number of a public question, 1, 2, 3, … in the order of publication, stable within the round. */
  n?: number;
  reason?: DeclineReason;
  note?: string;
  /** The public question it was merged into; absent when that is not public. */
  into?: {
    n: QuestionNumber;
    text: string;
  };
  answer?: string;
}
/** The first waiting questions, and where the queue's frames stand. */
export interface QueueHead {
  type: 'queueHead';
  ref: Ref;
  activity: Id;
  round: Round;
  /** Names one line of frames; another one means: everything afresh. */
  feed: string;
  /** Rises by one from frame to frame of a feed. */
  frame: number;
  /** @maxItems 50 */
  items: QueueItem[];
  more: boolean;
  counts: StateCounts;
  /** Absent when there are none. */
  bursts?: Burst[];
  hands: Hand[];
  /** One's own, to be left out. */
  hand: string;
}
/** A question as moderators see it. */
export interface QueueItem {
  id: Id;
  rev: Rev;
  /** Number of a public question, 1, 2, 3, … in the order of publication, stable within the round. */
  n?: number;
  /** Absent when it was withdrawn or erased. */
  text?: string;
  /** What its asker wrote, once a moderator corrected its spelling. */
  original?: string;
  name?: string;
  /** Minutes since 1970-01-01T00:00Z. */
  asked: number;
  /** Minutes since 1970-01-01T00:00Z. */
  published?: number;
  /** Minutes since 1970-01-01T00:00Z. */
  answered?: number;
  state: QuestionState;
  up: number;
  reason?: DeclineReason;
  note?: string;
  /** @maxItems 5 */
  labels?: Label[];
  /** Identifier of an event, room or poll; opaque to clients. */
  into?: string;
  answer?: string;
  /**
   * Questions that may ask the same.
   *
   * @maxItems 3
   */
  like?: Id[];
  /** A word of it is on the list. */
  abusive?: boolean;
  /** Language, where it is known. */
  lang?: 'en' | 'cy' | 'ar';
  /** Direction of the text, where it is known. */
  dir?: 'ltr' | 'rtl';
  /** While it is set aside with a burst of newcomers: the minute that began in. */
  burst?: number;
  /** Who acted on it last: the name of the account, "remote" or "server". Absent when its asker did. */
  by?: string;
}
/** Many people who had asked nothing before. */
export interface Burst {
  /** The one it began in, minutes since 1970-01-01T00:00Z. */
  minute: number;
  /** The last one that is of it. */
  until: number;
  /** How many. */
  people: number;
  /** Questions of theirs that no moderator has decided on. */
  undecided: number;
  /** Questions of theirs that are set aside. */
  aside: number;
}
/** Where another moderator is. */
export interface Hand {
  /** Of one connection. */
  hand: string;
  who: string;
  id: Id;
}
/** Part of the queue. */
export interface QueuePage {
  type: 'queuePage';
  ref: Ref;
  activity: Id;
  round: Round;
  /** @maxItems 50 */
  items: QueueItem[];
  /** How many fit, on all pages. */
  total: number;
  after: Id | null;
}
/** What moved in the queue. A frame left out means: ask for the head again. */
export interface QueueMoved {
  type: 'queueMoved';
  activity: Id;
  /** Names one line of frames; another one means: everything afresh. */
  feed: string;
  /** Rises by one from frame to frame of a feed. */
  frame: number;
  up?: Ups;
  /** New and changed questions, whole. */
  put?: QueueItem[];
  counts: StateCounts;
  /** Absent when there are none. */
  bursts?: Burst[];
}
/** Where the moderators are, whole. */
export interface Hands {
  type: 'hands';
  activity: Id;
  hands: Hand[];
}
/** What became of each question. */
export interface Moderated {
  type: 'moderated';
  ref: Ref;
  /** @maxItems 100 */
  done: Id[];
  /**
   * @maxItems 100
   *
   * Items: Not done.
   */
  conflicts: {
    id: Id;
    /** Name of an error code. */
    code: string;
    message: string;
  }[];
}
/** Newer reactions. */
export interface ReactionsMessage {
  type: 'reactions';
  epoch: Epoch;
  activity: Id;
  added: ReactionCounts1;
  totals?: ReactionCounts2;
}
/** Taps, not people. */
export interface ReactionCounts1 {
  clap: number;
  heart: number;
  idea: number;
  question: number;
}
/** Taps, not people. */
export interface ReactionCounts2 {
  clap: number;
  heart: number;
  idea: number;
  question: number;
}
