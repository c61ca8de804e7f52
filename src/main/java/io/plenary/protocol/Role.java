package io.plenary.protocol;

import java.util.Arrays;

/** What a connection is for, and what whoever runs an event is there. */
public enum Role implements WireEnum {
  ATTENDEE,
  STAGE,
  REMOTE,
  ORGANISER,
  MODERATOR,
  PRESENTER;

  /** The roles that {@code hello} says; the server knows which kind of organiser somebody is. */
  public static Role[] ofHello() {
    return Arrays.copyOf(values(), MODERATOR.ordinal());
  }
}
