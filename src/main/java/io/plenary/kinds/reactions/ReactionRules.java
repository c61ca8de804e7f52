package io.plenary.kinds.reactions;

import io.plenary.activity.Activity;
import io.plenary.activity.Change;
import io.plenary.activity.Change.Answers;
import io.plenary.activity.Change.PutActivity;
import io.plenary.activity.EventState;
import io.plenary.activity.Lifecycle;
import io.plenary.activity.Room;
import io.plenary.activity.RoomRules;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Turning reactions on and off, and whether one is taken. */
public final class ReactionRules {
  /** Phones add up for half a second; nobody taps faster. */
  public static final int MOST_AT_ONCE = 5;

  private ReactionRules() {}

  /** The room's reactions; null when it never had any. */
  public static @Nullable Reactions in(EventState state, Room room) {
    return state.alwaysOn(room).values().stream()
        .filter(Reactions.class::isInstance)
        .map(Reactions.class::cast)
        .findFirst()
        .orElse(null);
  }

  /**
   * Turns them on or off. A room gets them when they are turned on for the first time.
   *
   * @param rev the sender saw, 0 of a room without
   * @param freshId for those it may get
   * @throws RuleViolation {@link Reason#CONFLICT} when they have changed since, unless what was
   *     asked for is already so
   */
  public static Change edit(EventState state, String roomId, long rev, boolean on, String freshId) {
    Reactions reactions = in(state, state.room(roomId));
    if (reactions == null) {
      return on
          ? RoomRules.stand(state, roomId, new Reactions(freshId, 1, 1, true))
          : Change.none();
    }
    if (reactions.on() == on) return Change.none();
    return put(Lifecycle.seen(reactions, rev).turned(on));
  }

  /** Turns them off, whatever they were. */
  public static Change off(EventState state, String id) {
    return state.activities().get(id) instanceof Reactions reactions && reactions.on()
        ? put(reactions.turned(false))
        : Change.none();
  }

  /**
   * @throws RuleViolation {@link Reason#UNKNOWN_ACTIVITY}, {@link Reason#REACTIONS_OFF}
   */
  public static Reactions taking(EventState state, String id) {
    Activity found = state.activities().get(id);
    if (!(found instanceof Reactions reactions)) {
      throw new RuleViolation(
          Reason.UNKNOWN_ACTIVITY, "There are no such reactions. They may have been deleted.");
    }
    if (!reactions.on()) {
      throw new RuleViolation(Reason.REACTIONS_OFF, "Reactions are off in this room right now.");
    }
    return reactions;
  }

  private static Change put(Reactions next) {
    return Change.of(new PutActivity(next, Answers.KEEP));
  }
}
