package io.plenary.identity;

/**
 * What somebody may want to do at an event: one per message of the wire that needs a right, under
 * the same name, and one per group of HTTP routes. The table of who may do what is {@code
 * src/docs/roles.md}; a test holds {@link Permissions} to it.
 */
public enum Action {
  // Attendees.
  CAST_VOTE,
  ASK_QUESTION,
  WITHDRAW_QUESTION,
  CAST_UPVOTE,
  REACT,
  // What may be read once it is over.
  GET_RESULTS,
  // The public list of questions.
  WATCH_QUESTIONS,
  GET_QUESTIONS,
  // Running a room.
  OPEN_ACTIVITY,
  LOCK_ACTIVITY,
  SHOW_RESULTS,
  SET_STAGE,
  ARRANGE_STAGE,
  GET_NOTES,
  HIGHLIGHT_QUESTION,
  ANSWERED_QUESTION,
  // Moderating it.
  WATCH_QUEUE,
  GET_QUEUE,
  MODERATE_QUESTIONS,
  SET_BURST_ASIDE,
  MERGE_QUESTION,
  UNMERGE_QUESTION,
  HOLD_QUESTION,
  SET_ASKING,
  EDIT_REACTIONS,
  GET_ANSWERS,
  MODERATE_ANSWERS,
  // Preparing and ending it.
  CREATE_ACTIVITY,
  EDIT_ACTIVITY,
  NOTE_ACTIVITY,
  DUPLICATE_ACTIVITY,
  MOVE_ACTIVITY,
  RESET_ACTIVITY,
  FINALISE_ACTIVITY,
  DELETE_ACTIVITY,
  EDIT_QUESTIONS,
  ERASE_QUESTION,
  CREATE_ROOM,
  EDIT_ROOM,
  DELETE_ROOM,
  EDIT_EVENT,
  SET_LOOK,
  SET_LOGO,
  END_EVENT,
  REOPEN_EVENT,
  FINALISE_EVENT,
  WATCH_OVERVIEW,
  // By HTTP.
  MANAGE_STAFF,
  READ_LINKS,
  MANAGE_LINKS,
  EXPORT_EVENT,
  SHARE_REPORT,
  DUPLICATE_EVENT,
  ARCHIVE_EVENT,
  DELETE_EVENT;

  /** The name on the wire: of the message, or of what a page may offer. */
  public String wire() {
    StringBuilder out = new StringBuilder();
    for (String word : name().toLowerCase(java.util.Locale.ROOT).split("_")) {
      out.append(out.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return out.toString();
  }
}
