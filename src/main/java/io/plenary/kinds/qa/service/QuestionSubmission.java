package io.plenary.kinds.qa.service;

import io.plenary.activity.service.EventCache;
import io.plenary.activity.service.EventStore.Key;
import io.plenary.activity.service.EventStore.LoadedEvent;
import io.plenary.activity.service.Refusals;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.kinds.qa.Asking;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.QaSettingsRules;
import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.QuestionState;
import io.plenary.kinds.qa.service.QuestionStore.Ask;
import io.plenary.kinds.qa.service.QuestionStore.AskOutcome;
import io.plenary.kinds.qa.service.QuestionStore.Asked;
import io.plenary.kinds.qa.wire.QaMessage.AskQuestion;
import io.plenary.kinds.qa.wire.QaServerMessage.QuestionAsked;
import io.plenary.kinds.qa.wire.QaServerMessage.QuestionRefused;
import io.plenary.kinds.qa.wire.QaWire;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.ServerMessage;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way of a question through this node: judged on what is in memory, batched to the store,
 * answered only after the store's reply. Lives on one event loop.
 */
public final class QuestionSubmission {
  private static final int MINUTE_MS = 60_000;
  private static final String WITHDREW_TOO_MANY =
      "You have asked and withdrawn so many questions that no more are taken from you here.";
  private static final String LATER =
      "Very many people are asking right now, so yours has to wait for its turn.";
  private static final long LATER_MS = 2_000;
  private final EventCache board;
  private final QaBoard questions;
  private final QuestionBatches batches;
  private final AskerKeys keys;
  private final Supplier<String> ids;
  private final InstantSource clock;
  private final Consumer<ChangeNotification> stored;

  /**
   * @param ids for questions
   * @param stored told which Q&A moved; callable from this loop
   */
  public QuestionSubmission(
      EventCache board,
      QaBoard questions,
      QuestionBatches batches,
      AskerKeys keys,
      Supplier<String> ids,
      InstantSource clock,
      Consumer<ChangeNotification> stored) {
    this.board = board;
    this.questions = questions;
    this.batches = batches;
    this.keys = keys;
    this.ids = ids;
    this.clock = clock;
    this.stored = stored;
  }

  /**
   * Answers with {@code questionAsked}, {@code questionRefused} (final) or {@code error} (send it
   * again).
   */
  public Future<ServerMessage> ask(String eventId, String participant, AskQuestion m) {
    LoadedEvent known = board.peek(eventId);
    return judged(known, participant, m)
        // Another node may have changed how questions are asked a moment ago: refuse for good only
        // on what the store says.
        .recover(e -> board.recheck(eventId).compose(fresh -> judged(fresh, participant, m)))
        .compose(ask -> within(eventId, participant, m, ask))
        .map(
            asked -> {
              stored.accept(new ChangeNotification(eventId, m.activity()));
              return answer(m, asked);
            })
        .otherwise(e -> refusal(m, e));
  }

  /**
   * The store counts anonymous and signed questions of a person apart, because it must not know
   * that they are of one. Both together are counted here, among what this node has read: somebody
   * quick may get past it, and then meets the store's limits.
   */
  private Future<Asked> within(String eventId, String participant, AskQuestion m, Ask ask) {
    LoadedEvent known = board.peek(eventId);
    Key key = known == null ? null : known.answerKeys().get(m.activity());
    if (known == null
        || key == null
        || !(known.state().activities().get(m.activity()) instanceof Qa qa)) {
      return batches.ask(eventId, m.activity(), ask);
    }
    List<String> both = keys.askers(key, participant);
    int asked =
        both.stream().mapToInt(asker -> questions.own(eventId, qa.id(), asker).size()).sum();
    if (asked < qa.settings().perPerson()) return batches.ask(eventId, m.activity(), ask);
    // What was stored before is answered as such.
    return batches
        .known(eventId, m.activity(), ask)
        .compose(
            stored ->
                stored
                    ? batches.ask(eventId, m.activity(), ask)
                    : overTheLimit(eventId, participant, m, asked));
  }

  /** Refuses for good only on what the store says: asking may have ended, or the limit moved. */
  private Future<Asked> overTheLimit(String eventId, String participant, AskQuestion m, int asked) {
    return board
        .recheck(eventId)
        .compose(
            fresh ->
                judged(fresh, participant, m)
                    .compose(
                        ask ->
                            limited(QaSettingsRules.qa(fresh.state(), m.activity()), asked)
                                ? Future.succeededFuture(new Asked(AskOutcome.LIMIT, null, null))
                                : batches.ask(eventId, m.activity(), ask)));
  }

  /** Where nothing can be asked at all, the store says so. */
  private static boolean limited(Qa qa, int asked) {
    return qa.open() && qa.asking() && asked >= qa.settings().perPerson();
  }

  private Future<Ask> judged(@Nullable LoadedEvent loaded, String participant, AskQuestion m) {
    try {
      if (loaded == null) {
        throw new RuleViolation(Reason.UNKNOWN_ACTIVITY, ErrorCode.UNKNOWN_ACTIVITY.message());
      }
      Qa qa = QaSettingsRules.qa(loaded.state(), m.activity());
      Key key = loaded.answerKeys().get(qa.id());
      if (key == null) {
        throw new RuleViolation(
            Reason.FINALISED, "This Q&A is finalised, so nothing can be asked any more.");
      }
      // Each round has its own key: under another one the store would not know the question again.
      if (m.round() != qa.round()) {
        throw new RuleViolation(Reason.QUESTIONS_RESET, ErrorCode.QUESTIONS_RESET.message());
      }
      Question question =
          Asking.check(qa, ids.get(), m.text(), m.name(), clock.millis() / MINUTE_MS);
      return Future.succeededFuture(
          new Ask(
              m.question(),
              keys.asker(key, question.name() != null, participant),
              m.round(),
              question));
    } catch (RuleViolation e) {
      return Future.failedFuture(e);
    }
  }

  private static ServerMessage answer(AskQuestion m, Asked asked) {
    return switch (asked.outcome()) {
      case STORED, REPEATED -> {
        QuestionState state = Objects.requireNonNull(asked.state(), "what is stored has a state");
        yield new QuestionAsked(
            m.ref(),
            m.activity(),
            m.round(),
            m.question(),
            QaWire.QuestionState.valueOf(state.name()));
      }
      case NOT_ASKING -> refused(m, ErrorCode.NOT_ASKING, ErrorCode.NOT_ASKING.message());
      case LIMIT -> refused(m, ErrorCode.QUESTION_LIMIT, ErrorCode.QUESTION_LIMIT.message());
      case WITHDREW_TOO_MANY -> refused(m, ErrorCode.QUESTION_LIMIT, WITHDREW_TOO_MANY);
      case FULL -> refused(m, ErrorCode.QUESTIONS_FULL, ErrorCode.QUESTIONS_FULL.message());
      case LATER -> new ServerMessage.Error(m.ref(), ErrorCode.BUSY, LATER, LATER_MS);
      case OTHER_ROUND ->
          refused(m, ErrorCode.QUESTIONS_RESET, ErrorCode.QUESTIONS_RESET.message());
      case FINALISED ->
          refused(
              m, ErrorCode.FINALISED, "This Q&A is finalised, so nothing can be asked any more.");
      case GONE -> refused(m, ErrorCode.UNKNOWN_ACTIVITY, ErrorCode.UNKNOWN_ACTIVITY.message());
    };
  }

  private static ServerMessage refusal(AskQuestion m, Throwable e) {
    return e instanceof RuleViolation r
        ? refused(m, Refusals.code(r.reason()), r.getMessage())
        : Refusals.error(m.ref(), e);
  }

  private static ServerMessage refused(AskQuestion m, ErrorCode code, String message) {
    return new QuestionRefused(m.ref(), m.activity(), m.round(), m.question(), code, message);
  }
}
