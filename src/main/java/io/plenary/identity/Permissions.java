package io.plenary.identity;

import io.plenary.words.Role;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Who may do what, before it is asked in which room: {@link Grant} knows that. */
public final class Permissions {
  private static final Set<Action> ASKING =
      Set.of(Action.ASK_QUESTION, Action.WITHDRAW_QUESTION, Action.CAST_UPVOTE, Action.REACT);
  private static final Set<Action> LISTS = Set.of(Action.WATCH_QUESTIONS, Action.GET_QUESTIONS);
  private static final Set<Action> ANSWERING =
      Set.of(Action.HIGHLIGHT_QUESTION, Action.ANSWERED_QUESTION);
  private static final Set<Action> RUN_ORDER =
      Set.of(
          Action.OPEN_ACTIVITY,
          Action.LOCK_ACTIVITY,
          Action.SHOW_RESULTS,
          Action.SET_STAGE,
          Action.ARRANGE_STAGE,
          Action.GET_NOTES);
  private static final Set<Action> QUEUE =
      Set.of(
          Action.WATCH_QUEUE,
          Action.GET_QUEUE,
          Action.MODERATE_QUESTIONS,
          Action.SET_BURST_ASIDE,
          Action.MERGE_QUESTION,
          Action.UNMERGE_QUESTION,
          Action.HOLD_QUESTION,
          Action.SET_ASKING,
          Action.EDIT_REACTIONS,
          Action.GET_ANSWERS,
          Action.MODERATE_ANSWERS);

  private Permissions() {}

  public static boolean may(Role role, Action action) {
    return switch (role) {
      case ATTENDEE ->
          action == Action.CAST_VOTE
              || action == Action.GET_RESULTS
              || ASKING.contains(action)
              || LISTS.contains(action);
      case STAGE -> false;
      case REMOTE -> runs(action);
      case PRESENTER -> runs(action) || action == Action.READ_LINKS;
      case MODERATOR ->
          QUEUE.contains(action) || ANSWERING.contains(action) || LISTS.contains(action);
      // Everything but what makes somebody count: only a participant has a ballot. The preview of
      // the attendee's page is not counted.
      case ORGANISER -> action != Action.CAST_VOTE && !ASKING.contains(action);
    };
  }

  private static boolean runs(Action action) {
    return RUN_ORDER.contains(action) || ANSWERING.contains(action) || LISTS.contains(action);
  }

  public static Set<Action> of(Role role) {
    EnumSet<Action> all = EnumSet.noneOf(Action.class);
    for (Action action : Action.values()) {
      if (may(role, action)) all.add(action);
    }
    return Collections.unmodifiableSet(all);
  }
}
