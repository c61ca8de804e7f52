package io.plenary.export;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * One question, as the room sees it.
 *
 * @param name null when it is anonymous
 * @param asked to the minute, in the event's time zone
 * @param state {@code published}, {@code live} or {@code answered}
 * @param upvotes people, each counted once
 * @param answer in words; null when there is none
 * @param also numbers of public questions that are merged into it
 */
public record PublicQuestionResult(int number, String text, String name, OffsetDateTime asked, String state, List<String> labels, int upvotes,
    String answer, List<Integer> also) {
  public PublicQuestionResult {
    labels = List.copyOf(labels);
    also = List.copyOf(also);
  }

  /** {@code live} or {@code written}; null while it is not answered. */
  public String how() {
    return !state.equals("answered") ? null : answer == null ? "live" : "written";
  }
}
