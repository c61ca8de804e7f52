package io.plenary.activity;

import io.plenary.event.EventDetails;
import io.plenary.words.ActivityState;

/**
 * Something that happens in a room: a poll in its run order, questions that stand beside it, later
 * surveys and more. Immutable. How one goes from state to state is said once, in {@link Lifecycle}.
 */
public interface Activity {
  /**
   * A draft was not opened since it was made or reset. FINAL is never open again; ANONYMISED is
   * FINAL once nobody can find out any more who answered what.
   */
  enum State {
    DRAFT,
    OPEN,
    LOCKED,
    FINAL,
    ANONYMISED
  }

  String id();

  /** Rises with every change of this activity. */
  long rev();

  /** Counts resets; what people send is for one round. Starts at 1. */
  long round();

  /** What its kind says about the lifecycle. */
  ActivityType type();

  /** Which feature it belongs to; the same word as on the wire. */
  default String kind() {
    return type().kind();
  }

  /** What organisers call it in the run order and in messages about it. */
  String title();

  State state();

  /** Whether attendees can act on it now. At most one activity of a room's run order is open. */
  default boolean open() {
    return state() == State.OPEN;
  }

  /** Whether attendees may see it at all, though it is not open: it was open before. */
  default boolean closed() {
    return state() == State.LOCKED || isFinal();
  }

  /** Whether it is ended for good: never open again. */
  default boolean isFinal() {
    return state() == State.FINAL || state() == State.ANONYMISED;
  }

  /** Whether it is final, and nobody can find out any more who answered what. */
  default boolean anonymised() {
    return state() == State.ANONYMISED;
  }

  /** As those who run the event are told it. */
  default ActivityState told() {
    return switch (state()) {
      case DRAFT -> ActivityState.DRAFT;
      case OPEN -> ActivityState.OPEN;
      case LOCKED -> ActivityState.LOCKED;
      case FINAL, ANONYMISED -> ActivityState.FINAL;
    };
  }

  /**
   * As the room is told it. That must be true: something is final to people once who answered what
   * is gone.
   */
  default ActivityState toldToRoom() {
    return state() == State.FINAL ? ActivityState.LOCKED : told();
  }

  /** The same activity in another state, one revision on. */
  Activity with(State next);

  /**
   * The same activity open, one revision on.
   *
   * @param event in which it is opened, for what a kind notes of it at this moment
   */
  default Activity opened(EventDetails event) {
    return with(State.OPEN);
  }

  /** The same activity, no longer open, one revision on. */
  default Activity lock() {
    return with(State.LOCKED);
  }

  /** The next round of the same activity as a draft, one revision on. */
  Activity again();

  /**
   * The same activity as new and never answered. Of a run order: never open; what stands beside it
   * is on or off, as it was.
   */
  Activity fresh(String id);

  /** The same under another title, where organisers gave it one; itself where they did not. */
  default Activity titled(String title) {
    return this;
  }
}
