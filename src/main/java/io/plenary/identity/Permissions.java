package io.plenary.identity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Who may do what. */
public final class Permissions {
  private Permissions() {}

  public static boolean may(Role role, Action action) {
    return of(role).contains(action);
  }

  /** Organisers do everything but vote: only a participant has a ballot. The preview of the attendee's page is not counted. */
  public static Set<Action> of(Role role) {
    return Collections.unmodifiableSet(switch (role) {
      case ATTENDEE -> EnumSet.of(Action.CAST_VOTE);
      case STAGE -> EnumSet.noneOf(Action.class);
      case REMOTE -> EnumSet.of(Action.OPEN_POLL, Action.LOCK_POLL, Action.SHOW_RESULTS, Action.SET_STAGE);
      case ORGANISER -> EnumSet.complementOf(EnumSet.of(Action.CAST_VOTE));
    });
  }
}
