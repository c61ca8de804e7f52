package io.plenary.identity;

import java.util.EnumSet;
import java.util.Set;

/**
 * What somebody is at an event. The first three are people with an account, the others what a link
 * or a join code makes of one.
 */
public enum Role {
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

  /** The name on the wire. */
  public String wire() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
