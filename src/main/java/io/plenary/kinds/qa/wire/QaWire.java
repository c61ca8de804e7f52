package io.plenary.kinds.qa.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonValue;
import io.plenary.kinds.qa.Qa;
import io.plenary.protocol.KindWire;
import io.plenary.protocol.Wire;
import io.plenary.words.ActivityState;
import io.plenary.words.Word;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The records and words that messages about questions share; see {@link Wire}. What may be absent
 * on the wire is null here, or empty. What moderators see has a file of its own, {@link QueueWire}.
 * Minutes are counted from 1970-01-01T00:00Z.
 */
public final class QaWire {
  /** All that the wire must know of the kind. */
  public static final KindWire ALL =
      new KindWire(
          Qa.KIND,
          null,
          List.of(AttendeeQuestions.class, StageQuestions.class, OrganiserQuestions.class),
          QaReader.TYPES,
          List.of(
              QaServerMessage.QuestionAsked.class,
              QaServerMessage.QuestionRefused.class,
              QaServerMessage.UpvoteCounted.class,
              QaServerMessage.UpvoteRefused.class,
              QaServerMessage.QuestionsHead.class,
              QaServerMessage.QuestionPage.class,
              QaServerMessage.QuestionsMoved.class,
              QaServerMessage.QuestionTotalsMessage.class,
              QaServerMessage.OwnQuestions.class,
              QaServerMessage.QueueHead.class,
              QaServerMessage.QueuePage.class,
              QaServerMessage.QueueMoved.class,
              QaServerMessage.Hands.class,
              QaServerMessage.Moderated.class));

  private QaWire() {}

  public enum Check implements Word {
    BEFORE,
    AFTER
  }

  public enum Names implements Word {
    ANONYMOUS,
    CHOICE,
    NAMED
  }

  public enum QuestionOrder implements Word {
    POPULAR,
    RECENT
  }

  public enum QuestionState implements Word {
    WAITING,
    PUBLISHED,
    LIVE,
    ANSWERED,
    DECLINED,
    MERGED,
    ARCHIVED,
    WITHDRAWN
  }

  public enum DeclineReason implements Word {
    OFF_TOPIC,
    ABUSIVE,
    NAMES_SOMEBODY,
    DUPLICATE,
    NOT_A_QUESTION,
    OTHER;

    @Override
    @JsonValue
    public String wire() {
      StringBuilder out = new StringBuilder();
      for (String word : name().split("_")) {
        String small = word.toLowerCase(Locale.ROOT);
        out.append(
            out.length() == 0
                ? small
                : Character.toUpperCase(small.charAt(0)) + small.substring(1));
      }
      return out.toString();
    }
  }

  /** {@code state} is never final. */
  public record QaSettings(
      ActivityState state,
      Check check,
      Names names,
      int maxLength,
      int perPerson,
      boolean openCounts) {}

  public record QueueRef(String id, long rev) {}

  public record PageAfter(long up, long n) {}

  /** {@code published} counts the live one too. */
  public record Totals(long published, long answered) {}

  /** Of the question being answered now, which every screen shows with its upvotes. */
  public record LiveUpvotes(long n, long up) {}

  public record Declined(
      long offTopic,
      long abusive,
      long namesSomebody,
      long duplicate,
      long notAQuestion,
      long other) {}

  public record OpenCounts(
      long received, long waiting, long approved, long merged, Declined declined) {}

  /** {@code oldest}: when the question that has waited longest was asked; null when none waits. */
  public record StateCounts(
      long waiting,
      long published,
      long live,
      long answered,
      long declined,
      long merged,
      long archived,
      long withdrawn,
      @JsonInclude(Include.NON_NULL) @Nullable Long oldest) {}

  /**
   * A public question. {@code corrected}: true when a moderator corrected its spelling, else null.
   * {@code also}: public numbers of what was merged into it. {@code dir}: {@code ltr}, {@code rtl}
   * or null.
   */
  public record QuestionItem(
      long n,
      String text,
      @JsonInclude(Include.NON_NULL) @Nullable Boolean corrected,
      @JsonInclude(Include.NON_NULL) @Nullable String name,
      long minute,
      long up,
      QuestionState state,
      @JsonInclude(Include.NON_EMPTY) List<String> labels,
      @JsonInclude(Include.NON_NULL) @Nullable String answer,
      @JsonInclude(Include.NON_EMPTY) List<Long> also,
      @JsonInclude(Include.NON_NULL) @Nullable String lang,
      @JsonInclude(Include.NON_NULL) @Nullable String dir) {
    public QuestionItem {
      labels = labels == null ? List.of() : List.copyOf(labels);
      also = also == null ? List.of() : List.copyOf(also);
    }
  }

  /** {@code live} may be null; {@code open} is null unless the organiser wants it told. */
  public record AttendeeQuestions(
      String id,
      long round,
      ActivityState state,
      boolean asking,
      Check check,
      Names names,
      int maxLength,
      int perPerson,
      Totals totals,
      @Nullable QuestionItem live,
      @JsonInclude(Include.NON_NULL) @Nullable OpenCounts open)
      implements Wire.AttendeeActivity, Wire.WithSubject {
    @Override
    public String kind() {
      return Qa.KIND;
    }

    @Override
    public @Nullable String subject() {
      return live == null ? null : "question " + live.n();
    }
  }

  /** {@code live} may be null; {@code next}: the most popular that wait to be answered. */
  public record StageQuestions(
      String id,
      long round,
      ActivityState state,
      boolean asking,
      Totals totals,
      @Nullable QuestionItem live,
      List<QuestionItem> next,
      @JsonInclude(Include.NON_NULL) @Nullable OpenCounts open)
      implements Wire.StageActivity {
    public StageQuestions {
      next = List.copyOf(next);
    }

    @Override
    public String kind() {
      return Qa.KIND;
    }
  }

  /** {@code live} may be null. */
  public record OrganiserQuestions(
      String id,
      long round,
      long rev,
      ActivityState state,
      boolean anonymised,
      boolean asking,
      Check check,
      Names names,
      int maxLength,
      int perPerson,
      boolean openCounts,
      @Nullable QuestionItem live,
      StateCounts counts)
      implements Wire.OrganiserActivity {
    @Override
    public String kind() {
      return Qa.KIND;
    }
  }

  /** The root of the asker's question, when that is public. */
  public record Into(long n, String text) {}

  /**
   * A question as its asker sees it. {@code question}: the phone's own id for it; {@code original}:
   * what was written there, once a moderator corrected it.
   */
  public record OwnQuestion(
      String question,
      @JsonInclude(Include.NON_NULL) @Nullable String text,
      @JsonInclude(Include.NON_NULL) @Nullable String original,
      @JsonInclude(Include.NON_NULL) @Nullable String name,
      long minute,
      QuestionState state,
      @JsonInclude(Include.NON_NULL) @Nullable Long n,
      @JsonInclude(Include.NON_NULL) @Nullable DeclineReason reason,
      @JsonInclude(Include.NON_NULL) @Nullable String note,
      @JsonInclude(Include.NON_NULL) @Nullable Into into,
      @JsonInclude(Include.NON_NULL) @Nullable String answer) {}

  /** This person's upvote that stands. */
  public record CountedUpvote(long seq, boolean on) {}
}
