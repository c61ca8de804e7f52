package io.plenary.kinds.qa.wire;

import io.plenary.kinds.qa.wire.QaWire.Check;
import io.plenary.kinds.qa.wire.QaWire.PageAfter;
import io.plenary.kinds.qa.wire.QaWire.QaSettings;
import io.plenary.kinds.qa.wire.QaWire.QuestionOrder;
import io.plenary.kinds.qa.wire.QaWire.QuestionState;
import io.plenary.kinds.qa.wire.QaWire.QueueRef;
import io.plenary.protocol.ClientMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said about the questions of a room. {@code activity} is the id of its Q&amp;A. */
public sealed interface QaMessage extends ClientMessage {

  /** Answered by a message of its own. */
  sealed interface Request extends QaMessage, ClientMessage.Referenced {}

  /** Answered by {@code done}. */
  sealed interface QaCommand extends QaMessage, ClientMessage.Command {}

  /**
   * {@code question}: made by the phone at random, the same whenever it is sent again. {@code name}
   * may be null: anonymous.
   */
  record AskQuestion(
      long ref, String activity, long round, String question, String text, @Nullable String name)
      implements Request {}

  /** {@code seq} rises with every upvote and withdrawal of this person in this round. */
  record CastUpvote(long ref, String activity, long round, long n, long seq, boolean on)
      implements Request {}

  record WatchQuestions(long ref, String activity, boolean on, QuestionOrder order)
      implements Request {}

  record GetQuestions(long ref, String activity, QuestionOrder order, PageAfter after)
      implements Request {}

  record WatchQueue(long ref, String activity, boolean on) implements Request {}

  /** What is null is not asked for. */
  record GetQueue(
      long ref,
      String activity,
      @Nullable QuestionState state,
      @Nullable String label,
      @Nullable String search,
      @Nullable String after)
      implements Request {}

  record ModerateQuestions(long ref, String activity, List<QueueRef> items, ModerationAct act)
      implements Request {
    public ModerateQuestions {
      items = List.copyOf(items);
    }
  }

  /** {@code question} as in {@link AskQuestion}. */
  record WithdrawQuestion(long ref, String activity, String question) implements QaCommand {}

  record MergeQuestion(long ref, String activity, String id, long rev, String into)
      implements QaCommand {}

  record UnmergeQuestion(long ref, String activity, String id, long rev) implements QaCommand {}

  /** {@code minute}: the one the burst of newcomers began in. {@code aside} false: brought back. */
  record SetBurstAside(long ref, String activity, long minute, boolean aside)
      implements QaCommand {}

  record SetAsking(long ref, String activity, long rev, boolean asking, Check check)
      implements QaCommand {}

  /** Not answered. {@code id} may be null: at none. */
  record HoldQuestion(String activity, @Nullable String id) implements QaMessage {}

  /** {@code n} null: none; {@code live}: what the sender sees live, or null. */
  record HighlightQuestion(long ref, String activity, @Nullable Long n, @Nullable Long live)
      implements QaCommand {}

  record AnsweredQuestion(long ref, String activity, long n) implements QaCommand {}

  record EraseQuestion(long ref, String activity, String id, long rev) implements QaCommand {}

  /** {@code rev} 0: the room has no Q&amp;A yet. */
  record EditQuestions(long ref, String room, long rev, QaSettings settings) implements QaCommand {}
}
