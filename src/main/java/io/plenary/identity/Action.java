package io.plenary.identity;

/** What somebody may want to do at an event; one per command of the wire. */
public enum Action {
  CAST_VOTE, OPEN_POLL, LOCK_POLL, SHOW_RESULTS, SET_STAGE,
  FINALISE_POLL, RESET_POLL, CREATE_POLL, EDIT_POLL, DUPLICATE_POLL, MOVE_POLL, DELETE_POLL, EDIT_EVENT
}
