package io.plenary.kinds.qa.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.plenary.kinds.qa.wire.QaWire.CountedUpvote;
import io.plenary.kinds.qa.wire.QaWire.LiveUpvotes;
import io.plenary.kinds.qa.wire.QaWire.OpenCounts;
import io.plenary.kinds.qa.wire.QaWire.OwnQuestion;
import io.plenary.kinds.qa.wire.QaWire.QuestionItem;
import io.plenary.kinds.qa.wire.QaWire.QuestionOrder;
import io.plenary.kinds.qa.wire.QaWire.QuestionState;
import io.plenary.kinds.qa.wire.QaWire.StateCounts;
import io.plenary.kinds.qa.wire.QaWire.Totals;
import io.plenary.kinds.qa.wire.QueueWire.Burst;
import io.plenary.kinds.qa.wire.QueueWire.Hand;
import io.plenary.kinds.qa.wire.QueueWire.NotDone;
import io.plenary.kinds.qa.wire.QueueWire.QueueItem;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.KindServerMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server says about questions. {@code feed} names one line of frames, {@code frame} rises
 * by one from frame to frame; {@code up} is flat: number, upvotes, number, upvotes.
 */
public sealed interface QaServerMessage extends KindServerMessage {

  /** Sent only after the question is on disk. */
  record QuestionAsked(long ref, String activity, long round, String question, QuestionState state)
      implements QaServerMessage {}

  /** Final. */
  record QuestionRefused(
      long ref, String activity, long round, String question, ErrorCode code, String message)
      implements QaServerMessage {}

  /** Sent only after the upvote is on disk. */
  record UpvoteCounted(long ref, String activity, long round, long n, long seq, boolean on)
      implements QaServerMessage {}

  /** Final. {@code counted}: with {@link ErrorCode#SUPERSEDED}, what stands; else null. */
  record UpvoteRefused(
      long ref,
      String activity,
      long round,
      long n,
      long seq,
      ErrorCode code,
      String message,
      @JsonInclude(Include.NON_NULL) @Nullable CountedUpvote counted)
      implements QaServerMessage {}

  /**
   * @param newest the highest number ever given; 0 before the first
   */
  record QuestionsHead(
      long ref,
      String activity,
      long round,
      String feed,
      long frame,
      long newest,
      QuestionOrder order,
      List<QuestionItem> items,
      boolean more)
      implements QaServerMessage {
    public QuestionsHead {
      items = List.copyOf(items);
    }
  }

  record QuestionPage(
      long ref,
      String activity,
      long round,
      QuestionOrder order,
      List<QuestionItem> items,
      boolean more)
      implements QaServerMessage {
    public QuestionPage {
      items = List.copyOf(items);
    }
  }

  record QuestionsMoved(
      String activity,
      String feed,
      long frame,
      @JsonInclude(Include.NON_EMPTY) List<Long> up,
      @JsonInclude(Include.NON_EMPTY) List<QuestionItem> put,
      @JsonInclude(Include.NON_EMPTY) List<Long> gone)
      implements QaServerMessage {
    public QuestionsMoved {
      up = up == null ? List.of() : List.copyOf(up);
      put = put == null ? List.of() : List.copyOf(put);
      gone = gone == null ? List.of() : List.copyOf(gone);
    }
  }

  /**
   * {@code counts}: to organisers and remotes, else null. {@code live}: null when no question is.
   */
  record QuestionTotalsMessage(
      String epoch,
      String activity,
      long round,
      Totals totals,
      @JsonInclude(Include.NON_NULL) @Nullable OpenCounts open,
      @JsonInclude(Include.NON_NULL) @Nullable StateCounts counts,
      @JsonInclude(Include.NON_NULL) @Nullable LiveUpvotes live)
      implements QaServerMessage {
    public QuestionTotalsMessage forAttendees() {
      return new QuestionTotalsMessage(epoch, activity, round, totals, open, null, live);
    }
  }

  /** {@code left}: how many more this person may ask. */
  record OwnQuestions(String epoch, String activity, long round, List<OwnQuestion> items, long left)
      implements QaServerMessage {
    public OwnQuestions {
      items = List.copyOf(items);
    }
  }

  /** {@code hand}: the reader's own, to be left out. */
  record QueueHead(
      long ref,
      String activity,
      long round,
      String feed,
      long frame,
      List<QueueItem> items,
      boolean more,
      StateCounts counts,
      @JsonInclude(Include.NON_EMPTY) List<Burst> bursts,
      List<Hand> hands,
      String hand)
      implements QaServerMessage {
    public QueueHead {
      items = List.copyOf(items);
      bursts = bursts == null ? List.of() : List.copyOf(bursts);
      hands = List.copyOf(hands);
    }
  }

  /**
   * {@code total}: how many fit, on all pages; {@code after}: where the next page begins, null at
   * the end.
   */
  record QueuePage(
      long ref,
      String activity,
      long round,
      List<QueueItem> items,
      long total,
      @Nullable String after)
      implements QaServerMessage {
    public QueuePage {
      items = List.copyOf(items);
    }
  }

  record QueueMoved(
      String activity,
      String feed,
      long frame,
      @JsonInclude(Include.NON_EMPTY) List<Long> up,
      @JsonInclude(Include.NON_EMPTY) List<QueueItem> put,
      StateCounts counts,
      @JsonInclude(Include.NON_EMPTY) List<Burst> bursts)
      implements QaServerMessage {
    public QueueMoved {
      bursts = bursts == null ? List.of() : List.copyOf(bursts);
      up = up == null ? List.of() : List.copyOf(up);
      put = put == null ? List.of() : List.copyOf(put);
    }
  }

  record Hands(@Nullable String activity, List<Hand> hands) implements QaServerMessage {
    public Hands {
      hands = List.copyOf(hands);
    }
  }

  record Moderated(long ref, List<String> done, List<NotDone> conflicts)
      implements QaServerMessage {
    public Moderated {
      done = List.copyOf(done);
      conflicts = List.copyOf(conflicts);
    }
  }
}
