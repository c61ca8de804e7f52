package io.plenary.protocol;

import io.plenary.protocol.QaWire.Check;
import io.plenary.protocol.QaWire.PageAfter;
import io.plenary.protocol.QaWire.QaSettings;
import io.plenary.protocol.QaWire.QuestionOrder;
import io.plenary.protocol.QaWire.QuestionState;
import io.plenary.protocol.QaWire.QueueRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said about the questions of a room. {@code activity} is the id of its Q&amp;A. */
public sealed interface QaMessage extends ClientMessage {

  <C, R> R accept(QaMessage.Handler<C, R> handler, C context);

  /** Null when the room may have none yet. */
  default @Nullable String activity() {
    return null;
  }

  /** Id of the room; null when {@link #activity} says it. */
  default @Nullable String room() {
    return null;
  }

  @Override
  default <C, R> R accept(ClientMessage.Handler<C, R> handler, C context) {
    return handler.qa(this, context);
  }

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
      implements Request {
    @Override
    public <C, R> R accept(QaMessage.Handler<C, R> h, C c) {
      return h.askQuestion(this, c);
    }
  }

  /** {@code seq} rises with every upvote and withdrawal of this person in this round. */
  record CastUpvote(long ref, String activity, long round, long n, long seq, boolean on)
      implements Request {
    @Override
    public <C, R> R accept(QaMessage.Handler<C, R> h, C c) {
      return h.castUpvote(this, c);
    }
  }

  record WatchQuestions(long ref, String activity, boolean on, QuestionOrder order)
      implements Request {
    @Override
    public <C, R> R accept(QaMessage.Handler<C, R> h, C c) {
      return h.watchQuestions(this, c);
    }
  }

  record GetQuestions(long ref, String activity, QuestionOrder order, PageAfter after)
      implements Request {
    @Override
    public <C, R> R accept(QaMessage.Handler<C, R> h, C c) {
      return h.getQuestions(this, c);
    }
  }

  record WatchQueue(long ref, String activity, boolean on) implements Request {
    @Override
    public <C, R> R accept(QaMessage.Handler<C, R> h, C c) {
      return h.watchQueue(this, c);
    }
  }

  /** What is null is not asked for. */
  record GetQueue(
      long ref,
      String activity,
      @Nullable QuestionState state,
      @Nullable String label,
      @Nullable String search,
      @Nullable String after)
      implements Request {
    @Override
    public <C, R> R accept(QaMessage.Handler<C, R> h, C c) {
      return h.getQueue(this, c);
    }
  }

  record ModerateQuestions(long ref, String activity, List<QueueRef> items, ModerationAct act)
      implements Request {
    public ModerateQuestions {
      items = List.copyOf(items);
    }

    @Override
    public <C, R> R accept(QaMessage.Handler<C, R> h, C c) {
      return h.moderateQuestions(this, c);
    }
  }

  /** {@code question} as in {@link AskQuestion}. */
  record WithdrawQuestion(long ref, String activity, String question) implements QaCommand {
    @Override
    public <C, R> R accept(QaMessage.Handler<C, R> h, C c) {
      return h.withdrawQuestion(this, c);
    }
  }

  record MergeQuestion(long ref, String activity, String id, long rev, String into)
      implements QaCommand {
    @Override
    public <C, R> R accept(QaMessage.Handler<C, R> h, C c) {
      return h.mergeQuestion(this, c);
    }
  }

  record UnmergeQuestion(long ref, String activity, String id, long rev) implements QaCommand {
    @Override
    public <C, R> R accept(QaMessage.Handler<C, R> h, C c) {
      return h.unmergeQuestion(this, c);
    }
  }

  record SetAsking(long ref, String activity, long rev, boolean asking, Check check)
      implements QaCommand {
    @Override
    public <C, R> R accept(QaMessage.Handler<C, R> h, C c) {
      return h.setAsking(this, c);
    }
  }

  /** Not answered. {@code id} may be null: at none. */
  record HoldQuestion(String activity, @Nullable String id) implements QaMessage {
    @Override
    public <C, R> R accept(QaMessage.Handler<C, R> h, C c) {
      return h.holdQuestion(this, c);
    }
  }

  /** {@code n} null: none; {@code live}: what the sender sees live, or null. */
  record HighlightQuestion(long ref, String activity, @Nullable Long n, @Nullable Long live)
      implements QaCommand {
    @Override
    public <C, R> R accept(QaMessage.Handler<C, R> h, C c) {
      return h.highlightQuestion(this, c);
    }
  }

  record AnsweredQuestion(long ref, String activity, long n) implements QaCommand {
    @Override
    public <C, R> R accept(QaMessage.Handler<C, R> h, C c) {
      return h.answeredQuestion(this, c);
    }
  }

  record EraseQuestion(long ref, String activity, String id, long rev) implements QaCommand {
    @Override
    public <C, R> R accept(QaMessage.Handler<C, R> h, C c) {
      return h.eraseQuestion(this, c);
    }
  }

  /** {@code rev} 0: the room has no Q&amp;A yet. */
  record EditQuestions(long ref, String room, long rev, QaSettings settings) implements QaCommand {
    @Override
    public <C, R> R accept(QaMessage.Handler<C, R> h, C c) {
      return h.editQuestions(this, c);
    }
  }

  /** One method per message. */
  interface Handler<C, R> {
    R askQuestion(AskQuestion message, C context);

    R castUpvote(CastUpvote message, C context);

    R watchQuestions(WatchQuestions message, C context);

    R getQuestions(GetQuestions message, C context);

    R watchQueue(WatchQueue message, C context);

    R getQueue(GetQueue message, C context);

    R moderateQuestions(ModerateQuestions message, C context);

    R withdrawQuestion(WithdrawQuestion message, C context);

    R mergeQuestion(MergeQuestion message, C context);

    R unmergeQuestion(UnmergeQuestion message, C context);

    R setAsking(SetAsking message, C context);

    R holdQuestion(HoldQuestion message, C context);

    R highlightQuestion(HighlightQuestion message, C context);

    R answeredQuestion(AnsweredQuestion message, C context);

    R eraseQuestion(EraseQuestion message, C context);

    R editQuestions(EditQuestions message, C context);
  }
}
