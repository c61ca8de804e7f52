package io.plenary.protocol;

import com.fasterxml.jackson.annotation.JsonValue;
import io.plenary.words.Word;

/** Why a message had no effect. The same table as {@code codes.json}, which a test holds it to. */
public enum ErrorCode {
  MALFORMED(
      1001,
      "malformed",
      Retry.NEVER,
      "The message is not valid JSON. Send one JSON object per message."),
  UNKNOWN_TYPE(
      1002,
      "unknownType",
      Retry.NEVER,
      "This server does not know this type of message. Reload the page to get the newest version."),
  INVALID_FIELD(1003, "invalidField", Retry.NEVER, "A field is missing or has the wrong shape."),
  TOO_LARGE(1004, "tooLarge", Retry.NEVER, "The message is larger than 64 KiB."),
  NOT_TEXT(1005, "notText", Retry.NEVER, "Only UTF-8 text messages are understood."),
  HELLO_FIRST(
      1006,
      "helloFirst",
      Retry.NEVER,
      "The first message on a connection must be hello; send others when welcome has come."),
  HELLO_TWICE(1007, "helloTwice", Retry.NEVER, "hello was already answered on this connection."),
  UNSUPPORTED_PROTOCOL(
      1008,
      "unsupportedProtocol",
      Retry.NEVER,
      "This server speaks protocol 1. Reload the page to get the newest version."),
  NOT_SIGNED_IN(1101, "notSignedIn", Retry.NEVER, "Sign in, or join with the code, to do this."),
  NOT_ALLOWED(1102, "notAllowed", Retry.NEVER, "Your role does not allow this."),
  UNKNOWN_EVENT(
      1201, "unknownEvent", Retry.NEVER, "There is no such event. It may have been deleted."),
  UNKNOWN_ROOM(1202, "unknownRoom", Retry.NEVER, "There is no such room in this event."),
  UNKNOWN_CODE(
      1204,
      "unknownCode",
      Retry.NEVER,
      "No event has this code. Check it on the screen and try again."),
  UNKNOWN_ACTIVITY(
      1205,
      "unknownActivity",
      Retry.SNAPSHOT,
      "There is no such activity in this room. It may have been deleted."),
  UNKNOWN_QUESTION(
      1206,
      "unknownQuestion",
      Retry.SNAPSHOT,
      "There is no such question. It may have been withdrawn."),
  NOT_OPEN(1301, "notOpen", Retry.SNAPSHOT, "This poll is not open for voting."),
  TOO_LATE(
      1302,
      "tooLate",
      Retry.NEVER,
      "Voting had closed before this vote arrived. It is not counted."),
  ACTIVITY_CHANGED(
      1303,
      "activityChanged",
      Retry.SNAPSHOT,
      "The poll was reset or changed after this vote was made. Vote again."),
  BAD_ANSWER(1304, "badAnswer", Retry.NEVER, "This answer does not fit what is asked."),
  SUPERSEDED(1305, "superseded", Retry.NEVER, "A newer vote of yours is already counted."),
  FINALISED(
      1306,
      "finalised",
      Retry.NEVER,
      "This poll is finalised, so votes cannot be told apart any more. A vote whose receipt you"
          + " hold counts; this one is not known to."),
  NOT_ASKING(1310, "notAsking", Retry.SNAPSHOT, "No questions are taken right now."),
  QUESTION_LIMIT(
      1311,
      "questionLimit",
      Retry.NEVER,
      "You have asked as many questions as one person can here. Withdraw one to ask another."),
  NOT_UPVOTABLE(1312, "notUpvotable", Retry.SNAPSHOT, "This question takes no upvotes any more."),
  NAME_NOT_ALLOWED(1313, "nameNotAllowed", Retry.NEVER, "Questions are asked without a name here."),
  NAME_WANTED(1314, "nameWanted", Retry.NEVER, "Questions are asked with a name here. Add yours."),
  BAD_QUESTION(1315, "badQuestion", Retry.NEVER, "This question is empty or too long."),
  QUESTIONS_RESET(
      1316, "questionsReset", Retry.SNAPSHOT, "The questions were cleared after this was made."),
  QUESTIONS_FULL(
      1317,
      "questionsFull",
      Retry.NEVER,
      "No more questions are taken here: there are as many as it can hold."),
  REACTIONS_OFF(1320, "reactionsOff", Retry.SNAPSHOT, "Reactions are off in this room right now."),
  TRY_AGAIN(
      1401,
      "tryAgain",
      Retry.LATER,
      "Votes cannot be stored right now. The vote stays on the phone and is sent again."),
  BUSY(1402, "busy", Retry.LATER, "The server is busy. Try again in a moment."),
  SLOW_DOWN(1403, "slowDown", Retry.LATER, "Too many messages. Wait a moment."),
  CONFLICT(
      1501,
      "conflict",
      Retry.SNAPSHOT,
      "Somebody else changed this just now. Look at the newest state and do it again if you still"
          + " want to."),
  HAS_VOTES(
      1502,
      "hasVotes",
      Retry.SNAPSHOT,
      "Votes are in, so what is asked can no longer be changed. Reset the poll or duplicate"
          + " it."),
  BAD_DRAFT(1503, "badDraft", Retry.NEVER, "The poll or event is not complete."),
  WRONG_STATE(1504, "wrongState", Retry.SNAPSHOT, "This cannot be done in its present state."),
  LIMIT_REACHED(1505, "limitReached", Retry.NEVER, "There is no room for more."),
  GROUP_TOO_LARGE(
      1506, "groupTooLarge", Retry.NEVER, "At most 50 questions can be merged into one.");

  /**
   * Whether the same message may be sent again: never, later (after about a second), or after a
   * look at the newest snapshot.
   */
  public enum Retry implements Word {
    NEVER,
    LATER,
    SNAPSHOT
  }

  private final int number;
  private final String wire;
  private final Retry retry;
  private final String message;

  ErrorCode(int number, String wire, Retry retry, String message) {
    this.number = number;
    this.wire = wire;
    this.retry = retry;
    this.message = message;
  }

  public int number() {
    return number;
  }

  /** The name that stands in {@code code} on the wire. */
  @JsonValue
  public String wire() {
    return wire;
  }

  public Retry retry() {
    return retry;
  }

  /** Whether a vote it is about is never sent again; after every other one it is. */
  public boolean endsVote() {
    return switch (this) {
      case INVALID_FIELD,
          NOT_ALLOWED,
          UNKNOWN_ACTIVITY,
          NOT_OPEN,
          TOO_LATE,
          ACTIVITY_CHANGED,
          BAD_ANSWER,
          SUPERSEDED,
          FINALISED ->
          true;
      default -> false;
    };
  }

  /** The words for people, in plain English; says what to do. */
  public String message() {
    return message;
  }
}
