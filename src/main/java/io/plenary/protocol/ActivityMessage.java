package io.plenary.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.plenary.words.Results;
import org.jspecify.annotations.Nullable;

/** What is done to an activity, whatever its kind, or makes one. */
public sealed interface ActivityMessage extends ClientMessage.Command {

  record OpenActivity(long ref, String activity, long rev) implements ActivityMessage {}

  record LockActivity(long ref, String activity, long rev) implements ActivityMessage {}

  record ShowResults(long ref, String activity, long rev, Results results)
      implements ActivityMessage {}

  record ResetActivity(long ref, String activity, long rev) implements ActivityMessage {}

  record FinaliseActivity(long ref, String activity, long rev) implements ActivityMessage {}

  record DeleteActivity(long ref, String activity, long rev) implements ActivityMessage {}

  /** {@code after}: the activity it comes after, null for the top. */
  record MoveActivity(long ref, String activity, @Nullable String after)
      implements ActivityMessage {}

  /** {@code id}: as of {@link CreateActivity}. */
  record DuplicateActivity(
      long ref, String activity, @JsonInclude(Include.NON_NULL) @Nullable String id)
      implements ActivityMessage {}

  /**
   * {@code after}: the activity it comes after, null for the top. {@code id}: drawn by the sender,
   * under which it makes one activity however often it is sent; null when the server shall draw
   * one.
   */
  record CreateActivity(
      long ref,
      String room,
      @Nullable String after,
      String kind,
      WireDraft draft,
      @JsonInclude(Include.NON_NULL) @Nullable String id)
      implements ActivityMessage {}

  /** {@code notes}: for those who run it, empty for none. */
  record NoteActivity(long ref, String activity, String notes) implements ActivityMessage {}

  /** Asks for the notes of an activity, answered with {@code notes}. */
  record GetNotes(long ref, String activity) implements ActivityMessage {}

  /** {@code kind}: of the draft, and of the activity it is for. */
  record EditActivity(long ref, String activity, long rev, String kind, WireDraft draft)
      implements ActivityMessage {}
}
