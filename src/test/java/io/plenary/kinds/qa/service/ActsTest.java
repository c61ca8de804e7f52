package io.plenary.kinds.qa.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.EventState;
import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.kinds.qa.DeclineReason;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.QaSettings;
import io.plenary.kinds.qa.QuestionState;
import io.plenary.kinds.qa.service.QuestionStore.CommitOutcome;
import io.plenary.kinds.qa.service.QuestionStore.Committed;
import io.plenary.kinds.qa.service.QuestionStore.Moved;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Moderators' acts on their way through a node, and what a node forgets when a Q&A begins anew or
 * is anonymised.
 */
class ActsTest extends OneQuestion {
  private final Moderation moderation =
      new Moderation(board, questions, store, loop.context(), clock);

  @Test
  void anActThatMetAnotherIsDecidedAgainOnWhatIsStored() {
    Future<Void> done = moderation.run(EVENT, "qa", "account", rules -> rules.highlight(1, null));
    loop.run();
    assertEquals(2, store.commits.get(0).writes().get(0).rev());
    store.moved =
        new Moved(
            "epoch",
            1,
            false,
            7,
            false,
            List.of(entry(question(2, QuestionState.PUBLISHED))),
            Map.of());
    store.committed.get(0).complete(new Committed(CommitOutcome.CONFLICT, "q1"));
    loop.run();
    assertEquals(
        3, store.commits.get(1).writes().get(0).rev(), "decided on the revision that was read");
    assertFalse(done.isComplete());
    store.moved =
        new Moved(
            "epoch", 1, false, 8, false, List.of(entry(question(3, QuestionState.LIVE))), Map.of());
    store.committed.get(1).complete(new Committed(CommitOutcome.COMMITTED, null));
    loop.run();
    assertTrue(done.succeeded());
    assertEquals(
        QuestionState.LIVE,
        questions.view(EVENT, "qa").index().live().state(),
        "this node shows it when it says done");
  }

  @Test
  void thatSomethingCannotBeDoneIsDecidedOnWhatIsStored() {
    store.moved =
        new Moved(
            "epoch",
            1,
            false,
            7,
            false,
            List.of(entry(question(2, QuestionState.ANSWERED))),
            Map.of());
    Future<Void> done =
        moderation.run(
            EVENT, "qa", "account", rules -> rules.decline("q1", 1, DeclineReason.OTHER, null));
    loop.run();
    store.committed.get(0).complete(new Committed(CommitOutcome.CONFLICT, "q1"));
    loop.run();
    assertEquals(Reason.CONFLICT, assertInstanceOf(RuleViolation.class, done.cause()).reason());
    assertEquals(1, store.commits.size());
    Future<Void> unknown =
        moderation.run(EVENT, "qa", "account", rules -> rules.approve("nothing", 1));
    loop.run();
    assertEquals(
        Reason.UNKNOWN_QUESTION, assertInstanceOf(RuleViolation.class, unknown.cause()).reason());
  }

  @Test
  void whatMetTheEndOfTheQaIsDecidedAgain() {
    Future<Void> erased = moderation.run(EVENT, "qa", "account", rules -> rules.erase("q1", 1));
    Future<Void> labelled =
        moderation.run(
            EVENT, "qa", "account", rules -> rules.label("q1", 1, List.of("pay"), List.of()));
    loop.run();
    assertFalse(store.commits.get(0).onlyErases() || store.commits.get(1).onlyErases());
    EventState s = events.state();
    events.become(
        new EventState(
            "epoch",
            s.version() + 1,
            s.event(),
            s.rooms(),
            Map.of("qa", new Qa("qa", 2, 1, Qa.State.FINAL, true, QaSettings.usual()))));
    for (int i = 0; i < 2; i++) {
      store.committed.get(i).complete(new Committed(CommitOutcome.FINALISED, null));
    }
    loop.run();
    assertEquals(
        Reason.WRONG_STATE, assertInstanceOf(RuleViolation.class, labelled.cause()).reason());
    assertEquals(3, store.commits.size());
    assertTrue(store.commits.get(2).onlyErases(), "words go from a final one, too");
    store.committed.get(2).complete(new Committed(CommitOutcome.COMMITTED, null));
    loop.run();
    assertTrue(erased.succeeded());
  }

  @Test
  void onceAnonymisedNobodyIsKnownHereAnyMore() {
    assertEquals(1, questions.own(EVENT, "qa", "asked by someone").size());
    EventState s = events.state();
    Qa anonymised = new Qa("qa", 2, 1, Qa.State.ANONYMISED, true, QaSettings.usual());
    events.become(
        new EventState("epoch", s.version() + 1, s.event(), s.rooms(), Map.of("qa", anonymised)));
    board.refresh(EVENT);
    loop.run();
    assertEquals(List.of(), questions.own(EVENT, "qa", "asked by someone"));
    QaSession live = questions.find(EVENT, "qa");
    assertTrue(live.memory.askers().isEmpty() && live.memory.askerOf("q1") == null);
    assertEquals(1, questions.view(EVENT, "qa").index().size(), "the questions stay");
  }

  @Test
  void anotherRoundForgetsWhatWasKnownAndBeginsAnotherFeed() {
    QaView before = questions.view(EVENT, "qa");
    told.add(new ChangeNotification(EVENT, "qa")); // another name for the next feed
    store.moved = new Moved("other epoch", 1, false, 9, false, List.of(), Map.of());
    questions.moved(new ChangeNotification(EVENT, "qa"));
    loop.run();
    loop.tick();
    QaView after = questions.view(EVENT, "qa");
    assertEquals(1, before.index().size());
    assertEquals(0, after.index().size());
    assertEquals("other epoch", after.epoch());
    assertNotEquals(before.feed(), after.feed());
  }
}
