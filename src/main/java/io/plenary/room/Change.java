package io.plenary.room;

import io.plenary.event.Event;
import java.util.List;

/**
 * A decided change of an event, to be committed whole or not at all. Every written record carries its next revision; the
 * store commits only if each stored revision is still the one before it.
 */
public record Change(List<Write> writes) {
  public Change {
    writes = List.copyOf(writes);
  }

  public static Change of(Write... writes) {
    return new Change(List.of(writes));
  }

  /** Nothing to do: what was asked for is already so. */
  public static Change none() {
    return new Change(List.of());
  }

  public boolean isEmpty() {
    return writes.isEmpty();
  }

  /** What must hold, or happen, to the answers already given to an activity. */
  public enum Answers {
    /** Whatever there is stays. */
    KEEP,
    /** The change is refused when there is any. */
    MUST_BE_NONE,
    /** They are deleted with this change, and the key they were stored under is replaced. */
    DELETE
  }

  public sealed interface Write permits PutEvent, PutRoom, PutActivity, DropActivity {}

  public record PutEvent(Event next) implements Write {}

  public record PutRoom(Room next) implements Write {}

  /** Revision 1 creates; a higher one replaces the revision before it. */
  public record PutActivity(Activity next, Answers answers) implements Write {}

  /** Deletes an activity and everything answered to it. */
  public record DropActivity(Activity last) implements Write {}
}
