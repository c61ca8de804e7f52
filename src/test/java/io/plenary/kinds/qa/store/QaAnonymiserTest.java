package io.plenary.kinds.qa.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.kinds.qa.DeclineReason;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.QaChange;
import io.plenary.kinds.qa.QaSettings.Check;
import io.plenary.kinds.qa.service.QaAnonymiser;
import io.plenary.kinds.qa.service.QuestionStore.AnonymiseOutcome;
import io.plenary.kinds.qa.service.QuestionStore.AskOutcome;
import io.plenary.kinds.qa.service.QuestionStore.CommitOutcome;
import io.plenary.kinds.qa.service.QuestionStore.Moved;
import io.plenary.kinds.qa.service.QuestionStore.UpvoteOutcome;
import io.plenary.redis.Await;
import io.plenary.redis.store.Keys;
import io.plenary.redis.store.StoreTest;
import io.vertx.redis.client.Command;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QaAnonymiserTest extends StoreTest {
  private QaDesk desk;

  @BeforeEach
  void create() {
    desk = new QaDesk(link);
    desk.create(QaDesk.open(Check.BEFORE, 10));
    for (String id : new String[] {"A", "B", "C"}) {
      desk.ask(QaDesk.question("canaryphone" + id, id, "canaryasker" + id, "Question " + id));
      desk.act(r -> r.approve(id, 1));
    }
    desk.ask(QaDesk.question("canaryphoneW", "W", "canaryaskerA", "Waiting"));
    for (String person : new String[] {"canaryup1", "canaryup2"}) desk.upvote("A", person, 1, true);
    desk.upvote("B", "canaryup1", 2, true);
    desk.upvote("B", "canaryup3", 2, true);
    desk.upvote("C", "canaryup3", 3, true);
    desk.upvote("C", "canaryup3", 4, false);
    desk.act(r -> r.merge("B", 2, "A"));
  }

  private AnonymiseOutcome anonymise() {
    return Await.result(desk.store.anonymise("e", "q"));
  }

  @Test
  void leavesQuestionsCountsAndAuditAndNothingOfAnyPerson() {
    Map<String, Integer> raw = Await.result(desk.store.raw("e", "q"));
    assertEquals(Map.of("A", 2, "B", 2), raw);
    var audit = Await.result(desk.store.audit("e", "q"));
    assertTrue(dump().toString().contains("canaryup3"), "the look can see");
    assertEquals(AnonymiseOutcome.NOT_FINAL, anonymise());
    desk.become(Qa.State.FINAL);
    long version = Await.result(desk.events.versions("e")).state();
    assertEquals(true, Await.result(new QaAnonymiser(desk.store).anonymise("e", desk.qa, null)));

    assertFalse(dump().toString().contains("canary"), dump().toString());
    assertEquals(Map.of(), Await.result(desk.events.load("e")).answerKeys());
    assertEquals(
        version + 1,
        Await.result(desk.events.versions("e")).state(),
        "so that nodes forget the key");
    assertEquals(raw, Await.result(desk.store.raw("e", "q")));
    assertEquals(audit, Await.result(desk.store.audit("e", "q")));
    Moved all = Await.result(desk.store.since("e", "q", 0));
    assertTrue(all.anonymised());
    assertEquals(4, all.entries().size());
    all.entries().forEach(e -> assertNull(e.asker()));
    assertEquals(3, all.counts().get("A"));
    assertTrue(all.version() > desk.version, "who follows hears of it");
    assertEquals(0, Await.result(desk.store.recount("e", "q")), "nothing to count any more");
    assertEquals(3, desk.count("A"));
  }

  @Test
  void whatWasTurnedOffWithQuestionsInItEndsByItselfAndStaysUnseen() {
    QaAnonymiser kind = new QaAnonymiser(desk.store);
    desk.become(Qa.State.DRAFT);
    assertTrue(kind.endsByItself(desk.qa));
    var state = Await.result(desk.events.load("e")).state();
    assertEquals(
        Await.result(desk.store.idleMillis("e", "q")),
        Await.result(kind.idleMillis("e", desk.qa)),
        5_000);
    Await.result(desk.events.commit("e", kind.finalise(state, desk.qa)));
    Qa ended = (Qa) Await.result(desk.events.load("e")).state().activities().get("q");
    assertTrue(ended.isFinal());
    assertFalse(ended.shown());
    assertEquals(true, Await.result(kind.anonymise("e", ended, null)));
    assertFalse(dump().toString().contains("canary"), dump().toString());
    Await.result(
        desk.events.commit("e", kind.anonymised(Await.result(desk.events.load("e")).state(), "q")));
    Qa anonymised = (Qa) Await.result(desk.events.load("e")).state().activities().get("q");
    assertTrue(anonymised.anonymised());
    assertFalse(anonymised.shown(), "people were not to see it any more");
  }

  @Test
  void whatIsInUseDoesNotRestHoweverLongAgoItWasTurnedOn() {
    long day = 24 * 3_600_000L;
    QaAnonymiser kind = new QaAnonymiser(desk.store);
    List<Runnable> uses =
        List.of(
            () -> desk.ask(QaDesk.question("p", "X", "a", "More")),
            () -> desk.upvote("C", "canaryup9", 1, true),
            () -> desk.upvote("C", "canaryup9", 2, false),
            () -> desk.act(r -> r.approve("X", 1)),
            () -> desk.act(r -> r.withdraw("W")));
    for (Runnable use : uses) {
      send(Command.HSET, QaDesk.KEY, "since", 1);
      send(Command.HDEL, QaDesk.KEY, "used");
      desk.ask(QaDesk.question("canaryphoneW", "again", "canaryaskerA", "Waiting"));
      desk.upvote("A", "canaryup1", 1, true);
      assertTrue(
          Await.result(kind.idleMillis("e", desk.qa)) > 1_000 * day,
          "what is sent again is no use");
      use.run();
      assertTrue(Await.result(kind.idleMillis("e", desk.qa)) < day);
      assertEquals(
          0,
          Long.parseLong(send(Command.HGET, QaDesk.KEY, "used").toString()) % 60_000,
          "no closer than questions say");
    }
    desk.become(Qa.State.FINAL);
    anonymise();
    assertNull(send(Command.HGET, QaDesk.KEY, "used"));
  }

  @Test
  void whatIsOffWithoutQuestionsNeverEnds() {
    QaAnonymiser kind = new QaAnonymiser(desk.store);
    assertFalse(kind.endsByItself(Qa.off("q")), "a new one");
    desk.become(Qa.State.DRAFT, true, io.plenary.activity.Change.Answers.DELETE);
    assertEquals(0, Await.result(kind.idleMillis("e", desk.qa)), "one that was reset");
  }

  @Test
  void whatWasDecidedBeforeItBecameFinalIsNotWrittenAfterwards() {
    desk.act(r -> r.merge("W", 1, "C"));
    desk.ask(QaDesk.question("canaryphoneX", "X", "canaryaskerX", "Waiting"));
    desk.read();
    List<QaChange> decided =
        List.of(
            desk.rules().approve("X", 1),
            desk.rules().decline("X", 1, DeclineReason.OTHER, null),
            desk.rules().label("X", 1, List.of("pay"), List.of()),
            desk.rules().answered(1),
            desk.rules().highlight(1, null),
            desk.rules().merge("X", 1, "A"),
            desk.rules().unmerge("B", desk.at("B").rev()),
            desk.rules().archive("C", desk.at("C").rev()),
            desk.rules().withdraw("X"),
            desk.rules().erase("C", desk.at("C").rev()));
    desk.become(Qa.State.FINAL);
    for (boolean anonymised : new boolean[] {false, true}) {
      if (anonymised) anonymise();
      Map<String, String> before = dump();
      for (QaChange change : decided) {
        assertEquals(
            CommitOutcome.FINALISED, desk.commit(change).outcome(), change.audit().toString());
      }
      assertEquals(before, dump());
    }
    assertEquals(
        CommitOutcome.COMMITTED, desk.act(r -> r.erase("C", desk.at("C").rev())).outcome());
    assertEquals("", desk.at("C").text());
    assertFalse(keys().contains(QaDesk.KEY + ":open"), "gone once anonymised");
  }

  @Test
  void whenAnonymisedNothingOfAPersonIsWrittenAndErasingStillWorks() {
    desk.become(Qa.State.FINAL);
    assertEquals(AnonymiseOutcome.ANONYMISED, anonymise());
    Map<String, String> before = dump();
    assertEquals(AnonymiseOutcome.ALREADY, anonymise());
    assertEquals(UpvoteOutcome.FINALISED, desk.upvote("A", "canaryup1", 1, true).outcome());
    assertEquals(
        AskOutcome.FINALISED, desk.ask(QaDesk.question("p", "Z", "a", "More")).get(0).outcome());
    assertEquals(before, dump());
    long rev = desk.at("A").rev();
    assertEquals(CommitOutcome.COMMITTED, desk.act(r -> r.erase("A", rev)).outcome());
    assertEquals("", desk.at("A").text());
    assertEquals(3, desk.count("A"));
    desk.become(Qa.State.ANONYMISED);
    assertEquals(AnonymiseOutcome.ALREADY, anonymise());
    QaDesk stale = new QaDesk(link);
    stale.qa = QaDesk.open(Check.BEFORE, 10);
    assertEquals(
        CommitOutcome.FINALISED,
        stale.act(r -> r.unmerge("B", stale.at("B").rev())).outcome(),
        "a node that has not heard of it");
    Await.result(desk.events.delete("e"));
    assertEquals(java.util.Set.of(Keys.REWRITE), keys());
  }
}
