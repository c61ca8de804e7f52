package io.plenary.kinds.qa.service;

import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.Key;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.Refusals;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.QaSettingsRules;
import io.plenary.kinds.qa.service.QuestionStore.Cast;
import io.plenary.kinds.qa.service.QuestionStore.Standing;
import io.plenary.kinds.qa.service.QuestionStore.Upvote;
import io.plenary.kinds.qa.wire.QaMessage.CastUpvote;
import io.plenary.kinds.qa.wire.QaServerMessage.UpvoteCounted;
import io.plenary.kinds.qa.wire.QaServerMessage.UpvoteRefused;
import io.plenary.kinds.qa.wire.QaWire.CountedUpvote;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.ServerMessage;
import io.vertx.core.Future;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The way of an upvote through this node: judged on what is in memory, batched to the store,
 * answered only after the store's reply. Lives on one event loop.
 */
public final class Upvotes {
  private static final String ANONYMISED =
      "This Q&A is finalised, so upvotes cannot be told apart any more.";
  private static final String RESET = "The questions were cleared after this was made.";
  private static final String STANDS = "A newer choice of yours is already counted.";

  private final EventCache board;
  private final QaBoard questions;
  private final QuestionBatches batches;
  private final AskerKeys keys;
  private final Consumer<ChangeNotification> counted;

  /**
   * @param counted told which Q&A moved; callable from this loop
   */
  public Upvotes(
      EventCache board,
      QaBoard questions,
      QuestionBatches batches,
      AskerKeys keys,
      Consumer<ChangeNotification> counted) {
    this.board = board;
    this.questions = questions;
    this.batches = batches;
    this.keys = keys;
    this.counted = counted;
  }

  /**
   * Answers with {@code upvoteCounted}, {@code upvoteRefused} (final) or {@code error} (send it
   * again).
   */
  public Future<ServerMessage> cast(String eventId, String participant, CastUpvote m) {
    return judged(eventId, board.peek(eventId), participant, m)
        // Another node may have published it a moment ago: refuse for good only on what the store
        // says.
        .recover(
            e ->
                board
                    .recheck(eventId)
                    .compose(
                        fresh ->
                            questions
                                .refresh(eventId, m.activity())
                                .compose(v -> judged(eventId, fresh, participant, m))))
        .compose(upvote -> batches.upvote(eventId, m.activity(), upvote))
        .map(
            cast -> {
              counted.accept(new ChangeNotification(eventId, m.activity()));
              return answer(m, cast);
            })
        .otherwise(
            e ->
                e instanceof RuleViolation r
                    ? refused(m, Refusals.code(r.reason()), r.getMessage(), null)
                    : Refusals.error(m.ref(), e));
  }

  private Future<Upvote> judged(
      String eventId, @Nullable LoadedEvent loaded, String participant, CastUpvote m) {
    try {
      if (loaded == null) {
        throw new RuleViolation(Reason.UNKNOWN_ACTIVITY, ErrorCode.UNKNOWN_ACTIVITY.message());
      }
      Qa qa = QaSettingsRules.qa(loaded.state(), m.activity());
      Key key = loaded.answerKeys().get(qa.id());
      if (key == null) throw new RuleViolation(Reason.FINALISED, ANONYMISED);
      if (m.round() != qa.round()) throw new RuleViolation(Reason.QUESTIONS_RESET, RESET);
      QaView view = questions.view(eventId, qa.id());
      String id =
          view == null || view.round() != qa.round() || m.n() > Integer.MAX_VALUE
              ? null
              : view.ids().get((int) m.n());
      if (id == null) {
        throw new RuleViolation(Reason.UNKNOWN_QUESTION, ErrorCode.UNKNOWN_QUESTION.message());
      }
      return Future.succeededFuture(
          new Upvote(id, keys.upvoter(key, participant), m.seq(), m.on()));
    } catch (RuleViolation e) {
      return Future.failedFuture(e);
    }
  }

  private static ServerMessage answer(CastUpvote m, Cast cast) {
    return switch (cast.outcome()) {
      case COUNTED, REPEATED ->
          new UpvoteCounted(m.ref(), m.activity(), m.round(), m.n(), m.seq(), m.on());
      case SUPERSEDED -> {
        Standing stands = Objects.requireNonNull(cast.standing(), "SUPERSEDED says by what");
        yield refused(
            m, ErrorCode.SUPERSEDED, STANDS, new CountedUpvote(stands.seq(), stands.on()));
      }
      case NOT_UPVOTABLE ->
          refused(m, ErrorCode.NOT_UPVOTABLE, ErrorCode.NOT_UPVOTABLE.message(), null);
      case FINALISED -> refused(m, ErrorCode.FINALISED, ANONYMISED, null);
      case GONE ->
          refused(m, ErrorCode.UNKNOWN_ACTIVITY, ErrorCode.UNKNOWN_ACTIVITY.message(), null);
    };
  }

  private static ServerMessage refused(
      CastUpvote m, ErrorCode code, String message, @Nullable CountedUpvote stands) {
    return new UpvoteRefused(
        m.ref(), m.activity(), m.round(), m.n(), m.seq(), code, message, stands);
  }
}
