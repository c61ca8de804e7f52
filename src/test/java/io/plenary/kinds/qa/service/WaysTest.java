package io.plenary.kinds.qa.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.EventState;
import io.plenary.activity.service.StoreUnavailable;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.QaSettings;
import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.QuestionState;
import io.plenary.kinds.qa.service.QuestionStore.AskOutcome;
import io.plenary.kinds.qa.service.QuestionStore.Asked;
import io.plenary.kinds.qa.service.QuestionStore.Cast;
import io.plenary.kinds.qa.service.QuestionStore.Moved;
import io.plenary.kinds.qa.service.QuestionStore.Standing;
import io.plenary.kinds.qa.service.QuestionStore.UpvoteOutcome;
import io.plenary.kinds.qa.wire.QaMessage.AskQuestion;
import io.plenary.kinds.qa.wire.QaMessage.CastUpvote;
import io.plenary.kinds.qa.wire.QaServerMessage.QuestionAsked;
import io.plenary.kinds.qa.wire.QaServerMessage.QuestionRefused;
import io.plenary.kinds.qa.wire.QaServerMessage.UpvoteCounted;
import io.plenary.kinds.qa.wire.QaServerMessage.UpvoteRefused;
import io.plenary.kinds.qa.wire.QaWire;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.ServerMessage;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Questions and upvotes on their way through a node: judged on memory, acknowledged only after the
 * store.
 */
class WaysTest extends OneQuestion {
  private final QuestionSubmission asks =
      new QuestionSubmission(board, questions, batches, keys, () -> "drawn", clock, told::add);
  private final Upvotes upvotes = new Upvotes(board, questions, batches, keys, told::add);

  private Future<ServerMessage> ask(String text, String name) {
    Future<ServerMessage> answer =
        asks.ask(EVENT, "someone", new AskQuestion(7, "qa", 1, "phone-id-0123456789", text, name));
    loop.run();
    return answer;
  }

  private Future<ServerMessage> upvote(long round, long n) {
    Future<ServerMessage> answer =
        upvotes.cast(EVENT, "someone", new CastUpvote(8, "qa", round, n, 4, true));
    loop.run();
    return answer;
  }

  @Test
  void aQuestionIsAcknowledgedOnlyAfterTheStoresAnswer() {
    Future<ServerMessage> answer = ask("  Why  not? ", "Me");
    assertFalse(answer.isComplete());
    QuestionStore.Ask ask = store.asks.get(0).get(0);
    assertEquals(
        List.of("phone-id-0123456789", "signed by someone", 1L, "drawn", "Why not?", "Me", 10L),
        List.of(
            ask.phoneId(),
            ask.asker(),
            ask.round(),
            ask.question().id(),
            ask.question().text(),
            ask.question().name(),
            ask.question().times().asked()));
    assertEquals(List.of(), told);
    store.asked.complete(List.of(new Asked(AskOutcome.STORED, "drawn", QuestionState.WAITING)));
    assertEquals(
        new QuestionAsked(7, "qa", 1, "phone-id-0123456789", QaWire.QuestionState.WAITING),
        answer.result());
    assertEquals(List.of(new ChangeNotification(EVENT, "qa")), told);
    ask("And an anonymous one", null);
    assertEquals("asked by someone", store.asks.get(1).get(0).asker());
  }

  @ParameterizedTest
  @EnumSource(AskOutcome.class)
  void saysWhatBecameOfAQuestion(AskOutcome outcome) {
    Future<ServerMessage> answer = ask("Why", null);
    boolean stands = outcome == AskOutcome.STORED || outcome == AskOutcome.REPEATED;
    store.asked.complete(
        List.of(new Asked(outcome, stands ? "x" : null, stands ? QuestionState.PUBLISHED : null)));
    assertEquals(stands, answer.result() instanceof QuestionAsked);
    if (outcome == AskOutcome.LATER) {
      assertEquals(
          ErrorCode.BUSY,
          ((ServerMessage.Error) answer.result()).code(),
          "it waits and is sent again");
    }
    if (stands || outcome == AskOutcome.LATER) return;
    ErrorCode code =
        switch (outcome) {
          case LIMIT, WITHDREW_TOO_MANY -> ErrorCode.QUESTION_LIMIT;
          case FULL -> ErrorCode.QUESTIONS_FULL;
          case OTHER_ROUND -> ErrorCode.QUESTIONS_RESET;
          case GONE -> ErrorCode.UNKNOWN_ACTIVITY;
          default -> ErrorCode.valueOf(outcome.name());
        };
    QuestionRefused refused = (QuestionRefused) answer.result();
    assertEquals(code, refused.code());
    assertFalse(refused.message().isBlank());
  }

  @Test
  void whileTheStoreIsAwayNothingIsRefusedForGood() {
    Future<ServerMessage> asked = ask("Why", null);
    store.asked.fail(new StoreUnavailable("test"));
    assertEquals(ErrorCode.TRY_AGAIN, ((ServerMessage.Error) asked.result()).code());
    Future<ServerMessage> upvoted = upvote(1, 1);
    store.cast.fail(new StoreUnavailable("test"));
    assertEquals(ErrorCode.TRY_AGAIN, ((ServerMessage.Error) upvoted.result()).code());
    assertTrue(batches.idle());
  }

  @Test
  void aQuestionOfAnotherRoundIsJudgedOnWhatIsStored() {
    QaSettings settings = QaSettings.usual();
    Future<ServerMessage> early =
        asks.ask(EVENT, "someone", new AskQuestion(7, "qa", 2, "phone-id-0123456789", "Why", null));
    loop.run();
    assertEquals(
        ErrorCode.QUESTIONS_RESET, assertInstanceOf(QuestionRefused.class, early.result()).code());
    assertEquals(List.of(), store.asks);
    EventState s = events.state();
    events.become(
        new EventState(
            "epoch",
            s.version() + 1,
            s.event(),
            s.rooms(),
            Map.of("qa", new Qa("qa", 2, 2, Qa.State.OPEN, true, settings))));
    Future<ServerMessage> known =
        asks.ask(EVENT, "someone", new AskQuestion(7, "qa", 2, "phone-id-0123456789", "Why", null));
    loop.run();
    assertFalse(known.isComplete());
    assertEquals(
        2,
        board.peek(EVENT).state().activities().get("qa").round(),
        "another node had reset it, so its key was read first");
    assertEquals(2, store.asks.get(0).get(0).round());
    Future<ServerMessage> old = ask("Why", null);
    assertEquals(
        ErrorCode.QUESTIONS_RESET, assertInstanceOf(QuestionRefused.class, old.result()).code());
  }

  @Test
  void whoseLimitIsReachedIsRefusedForGoodOnWhatIsStored() {
    stored(2, true, 1);
    board.refresh(EVENT);
    loop.run();
    assertEquals(ErrorCode.QUESTION_LIMIT, refusal(ask("One more", null)));
    stored(3, false, 1);
    assertFalse(ask("Asking has ended, on another node", null).isComplete(), "the store is asked");
    stored(4, true, 2);
    assertFalse(ask("Two are allowed now", null).isComplete());
    assertEquals(2, store.asks.size());
  }

  private void stored(int rev, boolean asking, int perPerson) {
    QaSettings usual = QaSettings.usual();
    QaSettings settings =
        new QaSettings(
            usual.check(), usual.names(), usual.maxLength(), perPerson, usual.openCounts());
    EventState s = events.state();
    events.become(
        new EventState(
            "epoch",
            s.version() + 1,
            s.event(),
            s.rooms(),
            Map.of("qa", new Qa("qa", rev, 1, Qa.State.OPEN, asking, settings))));
  }

  private ErrorCode refusal(Future<ServerMessage> answer) {
    return assertInstanceOf(QuestionRefused.class, answer.result()).code();
  }

  @Test
  void anUpvoteIsAcknowledgedOnlyAfterTheStoresAnswer() {
    Future<ServerMessage> answer = upvote(1, 1);
    assertFalse(answer.isComplete());
    assertEquals(
        new QuestionStore.Upvote("q1", "upvoted by someone", 4, true), store.upvotes.get(0).get(0));
    assertFalse(batches.idle());
    store.cast.complete(List.of(new Cast(UpvoteOutcome.COUNTED, null)));
    assertEquals(new UpvoteCounted(8, "qa", 1, 1, 4, true), answer.result());
    assertTrue(batches.idle());
  }

  @ParameterizedTest
  @EnumSource(UpvoteOutcome.class)
  void saysWhatBecameOfAnUpvote(UpvoteOutcome outcome) {
    Future<ServerMessage> answer = upvote(1, 1);
    store.cast.complete(
        List.of(
            new Cast(
                outcome, outcome == UpvoteOutcome.SUPERSEDED ? new Standing(9, false) : null)));
    boolean counts = outcome == UpvoteOutcome.COUNTED || outcome == UpvoteOutcome.REPEATED;
    assertEquals(counts, answer.result() instanceof UpvoteCounted);
    if (counts) return;
    UpvoteRefused refused = (UpvoteRefused) answer.result();
    assertEquals(
        outcome == UpvoteOutcome.GONE
            ? ErrorCode.UNKNOWN_ACTIVITY
            : ErrorCode.valueOf(outcome.name()),
        refused.code());
    assertEquals(
        outcome == UpvoteOutcome.SUPERSEDED ? new QaWire.CountedUpvote(9, false) : null,
        refused.counted());
  }

  @Test
  void whatThisNodeHasNotReadYetIsReadBeforeAnUpvoteIsRefused() {
    Question two =
        new Question(
            "q2",
            1,
            2,
            "And",
            null,
            new Question.Times(1, 2, 0),
            QuestionState.PUBLISHED,
            null,
            null,
            null,
            List.of(),
            null);
    store.moved = new Moved("epoch", 1, false, 6, false, List.of(entry(two)), Map.of());
    upvote(1, 2);
    assertEquals("q2", store.upvotes.get(0).get(0).question());
    int reads = store.reads;
    assertEquals(ErrorCode.UNKNOWN_QUESTION, ((UpvoteRefused) upvote(1, 3).result()).code());
    assertTrue(store.reads > reads);
    assertEquals(ErrorCode.QUESTIONS_RESET, ((UpvoteRefused) upvote(2, 1).result()).code());
    assertEquals(ErrorCode.UNKNOWN_QUESTION, ((UpvoteRefused) upvote(1, 1L << 40).result()).code());
  }
}
