package io.plenary.qa.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.ManualLoop;
import io.plenary.event.Event;
import io.plenary.event.EventDetails;
import io.plenary.event.Reason;
import io.plenary.event.Refused;
import io.plenary.hub.Broker.Hint;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.QaMessage.AskQuestion;
import io.plenary.protocol.QaMessage.CastUpvote;
import io.plenary.protocol.QaServerMessage.QuestionAsked;
import io.plenary.protocol.QaServerMessage.QuestionRefused;
import io.plenary.protocol.QaServerMessage.UpvoteCounted;
import io.plenary.protocol.QaServerMessage.UpvoteRefused;
import io.plenary.protocol.QaWire;
import io.plenary.protocol.ServerMessage;
import io.plenary.qa.DeclineReason;
import io.plenary.qa.Qa;
import io.plenary.qa.QaSettings;
import io.plenary.qa.Question;
import io.plenary.qa.QuestionState;
import io.plenary.qa.service.QuestionStore.AskOutcome;
import io.plenary.qa.service.QuestionStore.Asked;
import io.plenary.qa.service.QuestionStore.Asker;
import io.plenary.qa.service.QuestionStore.Cast;
import io.plenary.qa.service.QuestionStore.CommitOutcome;
import io.plenary.qa.service.QuestionStore.Committed;
import io.plenary.qa.service.QuestionStore.Entry;
import io.plenary.qa.service.QuestionStore.Moved;
import io.plenary.qa.service.QuestionStore.Standing;
import io.plenary.qa.service.QuestionStore.UpvoteOutcome;
import io.plenary.room.EventState;
import io.plenary.room.Room;
import io.plenary.room.Stage;
import io.plenary.room.service.Board;
import io.plenary.room.service.Connection;
import io.plenary.room.service.EventStore.Key;
import io.plenary.room.service.ModelStore;
import io.plenary.room.service.StoreAway;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Questions, upvotes and moderators' acts on their way through a node: judged on memory, acknowledged only after the store. */
class WaysTest {
  private static final String EVENT = "ev";
  private static final Qa QA = new Qa("qa", 1, 1, Qa.State.OPEN, true, QaSettings.usual());
  private final ManualLoop loop = new ManualLoop();
  private final ModelStore events = new ModelStore(new EventState("epoch", 1,
      new Event(EVENT, 1, "ABC234", new EventDetails("Event", LocalDate.EPOCH, LocalDate.EPOCH, ZoneOffset.UTC, List.of())),
      List.of(new Room("r", 1, "Hall", List.of(), List.of("qa"), Stage.join())), Map.of("qa", QA)));
  private final Board board = new Board(new Connection(events), loop.context());
  private final HeldStore store = new HeldStore();
  private final List<Hint> told = new ArrayList<>();
  private final QuestionBatches batches = new QuestionBatches(store, loop.context(), 10);
  private final QaBoard questions = new QaBoard(board, store, loop.context(), () -> "feed" + told.size(),
      new QaInterest(() -> Set.of(EVENT), InstantSource.system()));
  private final AskerKeys keys = new AskerKeys() {
    @Override
    public String asker(Key qa, boolean signed, String participant) {
      return (signed ? "signed by " : "asked by ") + participant;
    }

    @Override
    public String upvoter(Key qa, String participant) {
      return "upvoted by " + participant;
    }
  };
  private final InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(600));
  private final Asks asks = new Asks(board, questions, batches, keys, () -> "drawn", clock, told::add);
  private final Upvotes upvotes = new Upvotes(board, questions, batches, keys, told::add);
  private final Moderation moderation = new Moderation(board, questions, store, loop.context(), clock);

  @BeforeEach
  void know() {
    questions.start(loop.vertx());
    store.moved = new Moved("epoch", 1, false, 5, false, List.of(entry(question(1, QuestionState.PUBLISHED))), Map.of("q1", 3));
    board.refresh(EVENT);
    loop.run();
    loop.tick();
  }

  private static Question question(int rev, QuestionState state) {
    return new Question("q1", rev, 1, "Why", null, new Question.Times(1, 2, 0), state, null, null, null, List.of(), null);
  }

  private static Entry entry(Question q) {
    return new Entry(q, new Asker("asked by someone", "phone-id-0123456789"), null);
  }

  private Future<ServerMessage> ask(String text, String name) {
    Future<ServerMessage> answer = asks.ask(EVENT, "someone", new AskQuestion(7, "qa", 1, "phone-id-0123456789", text, name));
    loop.run();
    return answer;
  }

  private Future<ServerMessage> upvote(long round, long n) {
    Future<ServerMessage> answer = upvotes.cast(EVENT, "someone", new CastUpvote(8, "qa", round, n, 4, true));
    loop.run();
    return answer;
  }

  @Test
  void aQuestionIsAcknowledgedOnlyAfterTheStoresAnswer() {
    Future<ServerMessage> answer = ask("  Why  not? ", "Me");
    assertFalse(answer.isComplete());
    QuestionStore.Ask ask = store.asks.get(0).get(0);
    assertEquals(List.of("phone-id-0123456789", "signed by someone", 1L, "drawn", "Why not?", "Me", 10L),
        List.of(ask.phoneId(), ask.asker(), ask.round(), ask.question().id(), ask.question().text(), ask.question().name(), ask.question().times().asked()));
    assertEquals(List.of(), told);
    store.asked.complete(List.of(new Asked(AskOutcome.STORED, "drawn", QuestionState.WAITING)));
    assertEquals(new QuestionAsked(7, "qa", 1, "phone-id-0123456789", QaWire.QuestionState.WAITING), answer.result());
    assertEquals(List.of(new Hint(EVENT, "qa")), told);
    ask("And an anonymous one", null);
    assertEquals("asked by someone", store.asks.get(1).get(0).asker());
  }

  @ParameterizedTest
  @EnumSource(AskOutcome.class)
  void saysWhatBecameOfAQuestion(AskOutcome outcome) {
    Future<ServerMessage> answer = ask("Why", null);
    boolean stands = outcome == AskOutcome.STORED || outcome == AskOutcome.REPEATED;
    store.asked.complete(List.of(new Asked(outcome, stands ? "x" : null, stands ? QuestionState.PUBLISHED : null)));
    assertEquals(stands, answer.result() instanceof QuestionAsked);
    if (outcome == AskOutcome.LATER) assertEquals(ErrorCode.BUSY, ((ServerMessage.Error) answer.result()).code(), "it waits and is sent again");
    if (stands || outcome == AskOutcome.LATER) return;
    ErrorCode code = switch (outcome) {
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
    store.asked.fail(new StoreAway("test"));
    assertEquals(ErrorCode.TRY_AGAIN, ((ServerMessage.Error) asked.result()).code());
    Future<ServerMessage> upvoted = upvote(1, 1);
    store.cast.fail(new StoreAway("test"));
    assertEquals(ErrorCode.TRY_AGAIN, ((ServerMessage.Error) upvoted.result()).code());
    assertTrue(batches.idle());
  }

  @Test
  void aQuestionOfAnotherRoundIsJudgedOnWhatIsStored() {
    QaSettings settings = QaSettings.usual();
    Future<ServerMessage> early = asks.ask(EVENT, "someone", new AskQuestion(7, "qa", 2, "phone-id-0123456789", "Why", null));
    loop.run();
    assertEquals(ErrorCode.QUESTIONS_RESET, assertInstanceOf(QuestionRefused.class, early.result()).code());
    assertEquals(List.of(), store.asks);
    EventState s = events.state();
    events.become(new EventState("epoch", s.version() + 1, s.event(), s.rooms(), Map.of("qa", new Qa("qa", 2, 2, Qa.State.OPEN, true, settings))));
    Future<ServerMessage> known = asks.ask(EVENT, "someone", new AskQuestion(7, "qa", 2, "phone-id-0123456789", "Why", null));
    loop.run();
    assertFalse(known.isComplete());
    assertEquals(2, board.peek(EVENT).state().activities().get("qa").round(), "another node had reset it, so its key was read first");
    assertEquals(2, store.asks.get(0).get(0).round());
    Future<ServerMessage> old = ask("Why", null);
    assertEquals(ErrorCode.QUESTIONS_RESET, assertInstanceOf(QuestionRefused.class, old.result()).code());
  }

  @Test
  void anUpvoteIsAcknowledgedOnlyAfterTheStoresAnswer() {
    Future<ServerMessage> answer = upvote(1, 1);
    assertFalse(answer.isComplete());
    assertEquals(new QuestionStore.Upvote("q1", "upvoted by someone", 4, true), store.upvotes.get(0).get(0));
    assertFalse(batches.idle());
    store.cast.complete(List.of(new Cast(UpvoteOutcome.COUNTED, null)));
    assertEquals(new UpvoteCounted(8, "qa", 1, 1, 4, true), answer.result());
    assertTrue(batches.idle());
  }

  @ParameterizedTest
  @EnumSource(UpvoteOutcome.class)
  void saysWhatBecameOfAnUpvote(UpvoteOutcome outcome) {
    Future<ServerMessage> answer = upvote(1, 1);
    store.cast.complete(List.of(new Cast(outcome, outcome == UpvoteOutcome.SUPERSEDED ? new Standing(9, false) : null)));
    boolean counts = outcome == UpvoteOutcome.COUNTED || outcome == UpvoteOutcome.REPEATED;
    assertEquals(counts, answer.result() instanceof UpvoteCounted);
    if (counts) return;
    UpvoteRefused refused = (UpvoteRefused) answer.result();
    assertEquals(outcome == UpvoteOutcome.GONE ? ErrorCode.UNKNOWN_ACTIVITY : ErrorCode.valueOf(outcome.name()), refused.code());
    assertEquals(outcome == UpvoteOutcome.SUPERSEDED ? new QaWire.CountedUpvote(9, false) : null, refused.counted());
  }

  @Test
  void whatThisNodeHasNotReadYetIsReadBeforeAnUpvoteIsRefused() {
    Question two = new Question("q2", 1, 2, "And", null, new Question.Times(1, 2, 0), QuestionState.PUBLISHED, null, null, null, List.of(), null);
    store.moved = new Moved("epoch", 1, false, 6, false, List.of(entry(two)), Map.of());
    upvote(1, 2);
    assertEquals("q2", store.upvotes.get(0).get(0).question());
    int reads = store.reads;
    assertEquals(ErrorCode.UNKNOWN_QUESTION, ((UpvoteRefused) upvote(1, 3).result()).code());
    assertTrue(store.reads > reads);
    assertEquals(ErrorCode.QUESTIONS_RESET, ((UpvoteRefused) upvote(2, 1).result()).code());
    assertEquals(ErrorCode.UNKNOWN_QUESTION, ((UpvoteRefused) upvote(1, 1L << 40).result()).code());
  }

  @Test
  void anActThatMetAnotherIsDecidedAgainOnWhatIsStored() {
    Future<Void> done = moderation.run(EVENT, "qa", "account", rules -> rules.highlight(1, null));
    loop.run();
    assertEquals(2, store.commits.get(0).writes().get(0).rev());
    store.moved = new Moved("epoch", 1, false, 7, false, List.of(entry(question(2, QuestionState.PUBLISHED))), Map.of());
    store.committed.get(0).complete(new Committed(CommitOutcome.CONFLICT, "q1"));
    loop.run();
    assertEquals(3, store.commits.get(1).writes().get(0).rev(), "decided on the revision that was read");
    assertFalse(done.isComplete());
    store.moved = new Moved("epoch", 1, false, 8, false, List.of(entry(question(3, QuestionState.LIVE))), Map.of());
    store.committed.get(1).complete(new Committed(CommitOutcome.COMMITTED, null));
    loop.run();
    assertTrue(done.succeeded());
    assertEquals(QuestionState.LIVE, questions.view("qa").index().live().state(), "this node shows it when it says done");
  }

  @Test
  void thatSomethingCannotBeDoneIsDecidedOnWhatIsStored() {
    store.moved = new Moved("epoch", 1, false, 7, false, List.of(entry(question(2, QuestionState.ANSWERED))), Map.of());
    Future<Void> done = moderation.run(EVENT, "qa", "account", rules -> rules.decline("q1", 1, DeclineReason.OTHER, null));
    loop.run();
    store.committed.get(0).complete(new Committed(CommitOutcome.CONFLICT, "q1"));
    loop.run();
    assertEquals(Reason.CONFLICT, assertInstanceOf(Refused.class, done.cause()).reason());
    assertEquals(1, store.commits.size());
    Future<Void> unknown = moderation.run(EVENT, "qa", "account", rules -> rules.approve("nothing", 1));
    loop.run();
    assertEquals(Reason.UNKNOWN_QUESTION, assertInstanceOf(Refused.class, unknown.cause()).reason());
  }

  @Test
  void whatMetTheEndOfTheQaIsDecidedAgain() {
    Future<Void> erased = moderation.run(EVENT, "qa", "account", rules -> rules.erase("q1", 1));
    Future<Void> labelled = moderation.run(EVENT, "qa", "account", rules -> rules.label("q1", 1, List.of("pay"), List.of()));
    loop.run();
    assertFalse(store.commits.get(0).onlyErases() || store.commits.get(1).onlyErases());
    EventState s = events.state();
    events.become(new EventState("epoch", s.version() + 1, s.event(), s.rooms(), Map.of("qa", new Qa("qa", 2, 1, Qa.State.FINAL, true, QaSettings.usual()))));
    for (int i = 0; i < 2; i++) store.committed.get(i).complete(new Committed(CommitOutcome.FINALISED, null));
    loop.run();
    assertEquals(Reason.WRONG_STATE, assertInstanceOf(Refused.class, labelled.cause()).reason());
    assertEquals(3, store.commits.size());
    assertTrue(store.commits.get(2).onlyErases(), "words go from a final one, too");
    store.committed.get(2).complete(new Committed(CommitOutcome.COMMITTED, null));
    loop.run();
    assertTrue(erased.succeeded());
  }

  @Test
  void onceSealedNobodyIsKnownHereAnyMore() {
    assertEquals(1, questions.own("qa", "asked by someone").size());
    EventState s = events.state();
    Qa sealed = new Qa("qa", 2, 1, Qa.State.SEALED, true, QaSettings.usual());
    events.become(new EventState("epoch", s.version() + 1, s.event(), s.rooms(), Map.of("qa", sealed)));
    board.refresh(EVENT);
    loop.run();
    assertEquals(List.of(), questions.own("qa", "asked by someone"));
    LiveQa live = questions.find(EVENT, "qa");
    assertTrue(live.memory.askers().isEmpty() && live.memory.askerOf("q1") == null);
    assertEquals(1, questions.view("qa").index().size(), "the questions stay");
  }

  @Test
  void anotherRoundForgetsWhatWasKnownAndBeginsAnotherFeed() {
    QaView before = questions.view("qa");
    told.add(new Hint(EVENT, "qa")); // another name for the next feed
    store.moved = new Moved("other epoch", 1, false, 9, false, List.of(), Map.of());
    questions.moved(new Hint(EVENT, "qa"));
    loop.run();
    loop.tick();
    QaView after = questions.view("qa");
    assertEquals(1, before.index().size());
    assertEquals(0, after.index().size());
    assertEquals("other epoch", after.epoch());
    assertNotEquals(before.feed(), after.feed());
  }
}
