package io.plenary.protocol;

/** What a connection is for. */
public enum Role implements WireEnum {
  ATTENDEE, STAGE, REMOTE, ORGANISER
}
