package io.plenary.qa.service;

import io.plenary.event.Reason;
import io.plenary.event.Refused;
import io.plenary.hub.Broker.Hint;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.QaMessage.CastUpvote;
import io.plenary.protocol.QaServerMessage.UpvoteCounted;
import io.plenary.protocol.QaServerMessage.UpvoteRefused;
import io.plenary.protocol.QaWire.CountedUpvote;
import io.plenary.protocol.ServerMessage;
import io.plenary.qa.Qa;
import io.plenary.qa.QaSettingsRules;
import io.plenary.qa.service.QuestionStore.Cast;
import io.plenary.qa.service.QuestionStore.Upvote;
import io.plenary.room.service.Board;
import io.plenary.room.service.EventStore.Key;
import io.plenary.room.service.EventStore.Loaded;
import io.plenary.room.service.Refusals;
import io.vertx.core.Future;
import java.util.function.Consumer;

/**
 * The way of an upvote through this node: judged on what is in memory, batched to the store, answered only after the store's reply. Lives
 * on one event loop.
 */
public final class Upvotes {
  private static final String SEALED = "This Q&A is finalised, so upvotes cannot be told apart any more.";
  private static final String RESET = "The questions were cleared after this was made.";
  private static final String STANDS = "A newer choice of yours is already counted.";

  private final Board board;
  private final QaBoard questions;
  private final QuestionBatches batches;
  private final AskerKeys keys;
  private final Consumer<Hint> counted;

  /** @param counted told which Q&A moved; callable from this loop */
  public Upvotes(Board board, QaBoard questions, QuestionBatches batches, AskerKeys keys, Consumer<Hint> counted) {
    this.board = board;
    this.questions = questions;
    this.batches = batches;
    this.keys = keys;
    this.counted = counted;
  }

  /** Answers with {@code upvoteCounted}, {@code upvoteRefused} (final) or {@code error} (send it again). */
  public Future<ServerMessage> cast(String eventId, String participant, CastUpvote m) {
    return judged(board.peek(eventId), participant, m)
        // Another node may have published it a moment ago: refuse for good only on what the store says.
        .recover(e -> board.recheck(eventId).compose(fresh -> questions.refresh(m.activity()).compose(v -> judged(fresh, participant, m))))
        .compose(upvote -> batches.upvote(eventId, m.activity(), upvote))
        .map(cast -> {
          counted.accept(new Hint(eventId, m.activity()));
          return answer(m, cast);
        })
        .otherwise(e -> e instanceof Refused r ? refused(m, Refusals.code(r.reason()), r.getMessage(), null) : Refusals.error(m.ref(), e));
  }

  private Future<Upvote> judged(Loaded loaded, String participant, CastUpvote m) {
    try {
      if (loaded == null) throw new Refused(Reason.UNKNOWN_ACTIVITY, ErrorCode.UNKNOWN_ACTIVITY.message());
      Qa qa = QaSettingsRules.qa(loaded.state(), m.activity());
      Key key = loaded.answerKeys().get(qa.id());
      if (key == null) throw new Refused(Reason.FINALISED, SEALED);
      if (m.round() != qa.round()) throw new Refused(Reason.QUESTIONS_RESET, RESET);
      QaView view = questions.view(qa.id());
      String id = view == null || view.round() != qa.round() || m.n() > Integer.MAX_VALUE ? null : view.ids().get((int) m.n());
      if (id == null) throw new Refused(Reason.UNKNOWN_QUESTION, ErrorCode.UNKNOWN_QUESTION.message());
      return Future.succeededFuture(new Upvote(id, keys.upvoter(key, participant), m.seq(), m.on()));
    } catch (Refused e) {
      return Future.failedFuture(e);
    }
  }

  private static ServerMessage answer(CastUpvote m, Cast cast) {
    return switch (cast.outcome()) {
      case COUNTED, REPEATED -> new UpvoteCounted(m.ref(), m.activity(), m.round(), m.n(), m.seq(), m.on());
      case SUPERSEDED -> refused(m, ErrorCode.SUPERSEDED, STANDS, new CountedUpvote(cast.standing().seq(), cast.standing().on()));
      case NOT_UPVOTABLE -> refused(m, ErrorCode.NOT_UPVOTABLE, ErrorCode.NOT_UPVOTABLE.message(), null);
      case FINALISED -> refused(m, ErrorCode.FINALISED, SEALED, null);
      case GONE -> refused(m, ErrorCode.UNKNOWN_ACTIVITY, ErrorCode.UNKNOWN_ACTIVITY.message(), null);
    };
  }

  private static ServerMessage refused(CastUpvote m, ErrorCode code, String message, CountedUpvote stands) {
    return new UpvoteRefused(m.ref(), m.activity(), m.round(), m.n(), m.seq(), code, message, stands);
  }
}
