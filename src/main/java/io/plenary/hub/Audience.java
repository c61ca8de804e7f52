package io.plenary.hub;

/** Who a frame is for. Everybody of one audience in one room is sent the very same frame. */
public enum Audience {
  ATTENDEE,
  STAGE,
  REMOTE,
  ORGANISER
}
