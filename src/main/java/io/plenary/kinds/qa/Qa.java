package io.plenary.kinds.qa;

import io.plenary.activity.Activity;
import io.plenary.activity.ActivityType;
import org.jspecify.annotations.Nullable;

/**
 * Questions from the room: whether and how they are taken. The questions themselves are elsewhere.
 * It stands in its room beside the run order, so it stays open while polls come and go.
 *
 * <p>A draft is off: attendees see nothing of it. Locked it can be read, and nothing asked or
 * upvoted.
 *
 * @param round counts resets; a question and an upvote are for one round
 * @param asking whether new questions are taken while it is OPEN; upvotes may go on without
 * @param hidden whether it was off when it became final, and so stays unseen
 */
public record Qa(
    String id,
    long rev,
    long round,
    State state,
    boolean asking,
    QaSettings settings,
    boolean hidden)
    implements Activity {
  public static final String KIND = "qa";

  private static final ActivityType TYPE = new Type();

  private record Type() implements ActivityType {
    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public String noun() {
      return "Q&A";
    }

    @Override
    public @Nullable String objection(Step step) {
      return switch (step) {
        case RESET, FINALISE -> null;
        case OPEN, LOCK ->
            "Questions are turned on, read-only or off in their settings, not opened and locked.";
        case DELETE -> "Questions stay with their room. Turn them off, or reset them.";
        case MOVE, DUPLICATE ->
            "Questions stand beside the run order, so they have no place in it.";
      };
    }

    @Override
    public String neverOpened() {
      return "Questions are off. Make them read-only first, so that you see what is finalised.";
    }
  }

  public Qa(String id, long rev, long round, State state, boolean asking, QaSettings settings) {
    this(id, rev, round, state, asking, settings, false);
  }

  /** One for a new room: off, and ready to take questions when it is turned on. */
  public static Qa off(String id) {
    return new Qa(id, 1, 1, State.DRAFT, true, QaSettings.usual());
  }

  @Override
  public ActivityType type() {
    return TYPE;
  }

  @Override
  public String title() {
    return "Questions";
  }

  /** Whether people see it. */
  public boolean shown() {
    return state != State.DRAFT && !hidden;
  }

  /** Whether a question may be asked now. */
  public boolean takesQuestions() {
    return open() && asking;
  }

  /** On in the new room if people see this one, whether or not it still takes questions. */
  @Override
  public Qa fresh(String newId) {
    return new Qa(newId, 1, 1, shown() ? State.OPEN : State.DRAFT, true, settings);
  }

  /** One that was off when it became final stays unseen. */
  @Override
  public Qa with(State next) {
    boolean unseen = hidden || (next == State.FINAL && state == State.DRAFT);
    return new Qa(id, rev + 1, round, next, asking, settings, unseen);
  }

  /** The next round, off and ready to take questions when it is turned on. */
  @Override
  public Qa again() {
    return new Qa(id, rev + 1, round + 1, State.DRAFT, true, settings);
  }

  Qa with(State next, boolean takes, QaSettings set) {
    return new Qa(id, rev + 1, round, next, takes, set);
  }
}
