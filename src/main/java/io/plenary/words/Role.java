package io.plenary.words;

import java.util.EnumSet;
import java.util.Set;

/**
 * What somebody is at an event. The first three are people with an account, the others what a link
 * or a join code makes of one.
 */
public enum Role implements Word {
  ORGANISER,
  MODERATOR,
  PRESENTER,
  REMOTE,
  STAGE,
  ATTENDEE;

  /** The roles an account may be given. */
  public static Set<Role> staff() {
    return EnumSet.of(ORGANISER, MODERATOR, PRESENTER);
  }

  /** The roles that {@code hello} says; the server knows which kind of organiser somebody is. */
  public static Role[] ofHello() {
    return new Role[] {ATTENDEE, STAGE, REMOTE, ORGANISER};
  }
}
