package io.plenary.event;

/** Why a rule refuses something. Each has its named code on the wire. */
public enum Reason {
  /** Somebody else changed it since the sender looked. */
  CONFLICT,
  /** Votes are in: what is asked is frozen. */
  HAS_VOTES,
  /** Incomplete or contradictory text. */
  BAD_DRAFT,
  /** Not possible in the present state. */
  WRONG_STATE,
  /** A bound on number or size is reached. */
  LIMIT_REACHED,
  UNKNOWN_ROOM,
  UNKNOWN_ACTIVITY,
  /** The poll takes no votes now. */
  NOT_OPEN,
  /** The poll had closed before the vote arrived. */
  TOO_LATE,
  /** The poll is finalised: whether a vote was counted before cannot be looked up any more. */
  FINALISED,
  /** The activity was reset or edited after the vote was made. */
  ACTIVITY_CHANGED,
  /** The answer does not fit what is asked. */
  BAD_ANSWER,
  /** A newer vote of the same person counts. */
  SUPERSEDED,
  UNKNOWN_QUESTION,
  /** No questions are taken now. */
  NOT_ASKING,
  /** The person has asked as many questions as one may. */
  QUESTION_LIMIT,
  /** The question takes no upvotes. */
  NOT_UPVOTABLE,
  /** Questions are asked without a name here. */
  NAME_NOT_ALLOWED,
  /** Questions are asked with a name here. */
  NAME_WANTED,
  /** A question is empty or too long. */
  BAD_QUESTION,
  /** The questions were reset after this was made. */
  QUESTIONS_RESET,
  /** The room takes no reactions now. */
  REACTIONS_OFF,
  /** Too many questions to be one. */
  GROUP_TOO_LARGE
}
