package io.plenary.kinds.qa.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.plenary.kinds.qa.wire.QaWire.DeclineReason;
import io.plenary.kinds.qa.wire.QaWire.QuestionState;
import io.plenary.protocol.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What only moderators see of questions. */
public final class QueueWire {
  private QueueWire() {}

  /**
   * A question as moderators see it. {@code text} is null when it was withdrawn or erased; {@code
   * original}: what its asker wrote, once a moderator corrected it; {@code like}: ids of questions
   * that may ask the same; {@code abusive}: true when a word of it is on the list, else null;
   * {@code burst}: the minute that the burst it is set aside with began in; {@code by}: name of who
   * acted on it last, or "remote", "server"; null when its asker did.
   */
  public record QueueItem(
      String id,
      long rev,
      @JsonInclude(Include.NON_NULL) @Nullable Long n,
      @JsonInclude(Include.NON_NULL) @Nullable String text,
      @JsonInclude(Include.NON_NULL) @Nullable String original,
      @JsonInclude(Include.NON_NULL) @Nullable String name,
      long asked,
      @JsonInclude(Include.NON_NULL) @Nullable Long published,
      @JsonInclude(Include.NON_NULL) @Nullable Long answered,
      QuestionState state,
      long up,
      @JsonInclude(Include.NON_NULL) @Nullable DeclineReason reason,
      @JsonInclude(Include.NON_NULL) @Nullable String note,
      @JsonInclude(Include.NON_EMPTY) List<String> labels,
      @JsonInclude(Include.NON_NULL) @Nullable String into,
      @JsonInclude(Include.NON_NULL) @Nullable String answer,
      @JsonInclude(Include.NON_EMPTY) List<String> like,
      @JsonInclude(Include.NON_NULL) @Nullable Boolean abusive,
      @JsonInclude(Include.NON_NULL) @Nullable String lang,
      @JsonInclude(Include.NON_NULL) @Nullable String dir,
      @JsonInclude(Include.NON_NULL) @Nullable Long burst,
      @JsonInclude(Include.NON_NULL) @Nullable String by) {
    public QueueItem {
      labels = labels == null ? List.of() : List.copyOf(labels);
      like = like == null ? List.of() : List.copyOf(like);
    }
  }

  /**
   * Many people who had asked nothing before, from {@code minute} to {@code until}. {@code people}:
   * how many; {@code undecided}: questions of theirs that no moderator has decided on; {@code
   * aside}: those that are set aside.
   */
  public record Burst(long minute, long until, long people, long undecided, long aside) {}

  /** Where a moderator is: {@code hand} names the connection, {@code who} the person. */
  public record Hand(String hand, String who, String id) {}

  public record NotDone(String id, ErrorCode code, String message) {}
}
