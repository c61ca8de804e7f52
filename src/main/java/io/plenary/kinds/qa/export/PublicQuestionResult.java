package io.plenary.kinds.qa.export;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question, as the room sees it.
 *
 * @param corrected whether a moderator corrected its spelling
 * @param name null when it is anonymous
 * @param asked to the minute, in the event's time zone
 * @param state "published", "live" or "answered"
 * @param upvotes people, each counted once
 * @param answer in words; null when there is none
 * @param also numbers of public questions that are merged into it
 */
public record PublicQuestionResult(
    int number,
    String text,
    boolean corrected,
    @Nullable String name,
    OffsetDateTime asked,
    String state,
    List<String> labels,
    int upvotes,
    @Nullable String answer,
    List<Integer> also) {
  public PublicQuestionResult {
    labels = List.copyOf(labels);
    also = List.copyOf(also);
  }

  /** {@code live} or {@code written}; null while it is not answered. */
  public @Nullable String how() {
    return !state.equals("answered") ? null : answer == null ? "live" : "written";
  }
}
