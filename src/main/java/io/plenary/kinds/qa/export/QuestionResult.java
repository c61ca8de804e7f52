package io.plenary.kinds.qa.export;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question, as organisers see it.
 *
 * @param number under which it was published; 0: never was
 * @param text null once it was withdrawn or erased
 * @param original what its asker wrote, when a moderator corrected it since; else null
 * @param name as its asker signed; null when it is anonymous
 * @param state word of the wire, such as {@code published}
 * @param reason why it was declined, word of the wire; else null
 * @param note what its asker was told beside the reason; null when nothing
 * @param upvotes people who upvoted it, or anything that is merged into it, each counted once; of a
 *     merged one its own
 * @param raw people who upvoted this very question; null while that may still move
 * @param answer in words; null when there is none
 * @param how {@code live} or {@code written}; null while it is not answered
 * @param into id of the question it is merged into; null when it is not
 */
public record QuestionResult(
    String id,
    int number,
    @Nullable String text,
    @Nullable String original,
    @Nullable String name,
    Times times,
    String state,
    @Nullable String reason,
    @Nullable String note,
    List<String> labels,
    int upvotes,
    @Nullable Integer raw,
    @Nullable String answer,
    @Nullable String how,
    @Nullable String into) {

  /** To the minute, in the event's time zone; null when it has not happened. */
  public record Times(
      OffsetDateTime asked,
      @Nullable OffsetDateTime published,
      @Nullable OffsetDateTime answered) {}

  public QuestionResult {
    labels = List.copyOf(labels);
  }
}
