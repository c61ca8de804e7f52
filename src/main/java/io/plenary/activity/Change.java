package io.plenary.activity;

import io.plenary.event.Event;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decided change of an event, to be committed whole or not at all. Every written record carries
 * its next revision; the store commits only if each stored revision is still the one before it.
 *
 * @param answered what is said when a write wants {@link Answers#MUST_BE_NONE} and there are
 *     answers; null when none does
 */
public record Change(List<Write> writes, @Nullable Answered answered) {
  /** Why a change is refused once people have answered; the words say what to do instead. */
  public record Answered(Reason reason, String words) {}

  private static final Answered SOMEBODY_HAS =
      new Answered(
          Reason.WRONG_STATE, "People have answered already, so this can no longer be changed.");

  public Change {
    writes = List.copyOf(writes);
  }

  public Change(List<Write> writes) {
    this(writes, null);
  }

  /** One activity is changed, and only while nobody has answered. */
  public static Change unanswered(Activity next, Reason reason, String words) {
    return new Change(
        List.of(new PutActivity(next, Answers.MUST_BE_NONE)), new Answered(reason, words));
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

  /** The answer when there are answers where none may be. */
  public RuleViolation whenAnswered() {
    Answered said = answered == null ? SOMEBODY_HAS : answered;
    return new RuleViolation(said.reason, said.words);
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

  public sealed interface Write
      permits PutEvent, SameRooms, AddRoom, PutRoom, DropRoom, PutActivity, DropActivity {}

  public record PutEvent(Event next) implements Write {}

  /**
   * Writes nothing: the change conflicts unless the event has these rooms in these revisions. Goes
   * with whatever was decided on all of them, such as how many there are and what they are called.
   */
  public record SameRooms(List<Room> rooms) implements Write {
    public SameRooms {
      rooms = List.copyOf(rooms);
    }
  }

  /** Makes a room, the last of the event's, with links of its own. */
  public record AddRoom(Room fresh) implements Write {}

  public record PutRoom(Room next) implements Write {}

  /**
   * Deletes a room; its activities go by writes of their own. Conflicts when it is the last one
   * there is.
   */
  public record DropRoom(Room last) implements Write {}

  /** Revision 1 creates; a higher one replaces the revision before it. */
  public record PutActivity(Activity next, Answers answers) implements Write {}

  /** Deletes an activity and everything answered to it. */
  public record DropActivity(Activity last) implements Write {}
}
