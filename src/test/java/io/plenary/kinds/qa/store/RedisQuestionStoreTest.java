package io.plenary.kinds.qa.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Change;
import io.plenary.activity.Change.Answers;
import io.plenary.activity.Change.PutActivity;
import io.plenary.kinds.qa.DeclineReason;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.QaSettings.Check;
import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.QuestionState;
import io.plenary.kinds.qa.Transitions;
import io.plenary.kinds.qa.service.QuestionStore.Ask;
import io.plenary.kinds.qa.service.QuestionStore.AskOutcome;
import io.plenary.kinds.qa.service.QuestionStore.Asked;
import io.plenary.kinds.qa.service.QuestionStore.Asker;
import io.plenary.kinds.qa.service.QuestionStore.CommitOutcome;
import io.plenary.kinds.qa.service.QuestionStore.Committed;
import io.plenary.kinds.qa.service.QuestionStore.Moved;
import io.plenary.redis.Await;
import io.plenary.redis.store.Keys;
import io.plenary.redis.store.StoreTest;
import io.vertx.redis.client.Command;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Asking, moderating and reading; upvotes are in {@link UpvotesTest}, limits in {@link
 * QuestionLimitsTest}, anonymising in {@link QaAnonymiserTest}.
 */
class RedisQuestionStoreTest extends StoreTest {
  private static final String KEY = QaDesk.KEY;
  private QaDesk desk;

  @BeforeEach
  void create() {
    desk = new QaDesk(link);
    desk.create(QaDesk.open(Check.BEFORE, 2));
  }

  private static Ask ask(String phone, String id, String asker) {
    return QaDesk.question(phone, id, asker, "Why are so few women on the board?");
  }

  private static Asked stored(String id, QuestionState state) {
    return new Asked(AskOutcome.STORED, id, state);
  }

  private static Asked refused(AskOutcome outcome) {
    return new Asked(outcome, null, null);
  }

  @Test
  void questionWaitsWithItsAskerAndTheSameOneAgainIsTheSame() {
    assertEquals(List.of(stored("A", QuestionState.WAITING)), desk.ask(ask("p1", "A", "x")));
    assertEquals(
        List.of(new Asked(AskOutcome.REPEATED, "A", QuestionState.WAITING)),
        desk.ask(ask("p1", "B", "x")));
    assertEquals(ask("p1", "A", "x").question(), desk.at("A"));
    assertEquals(new Asker("x", "p1"), desk.askers.get("A"));
    assertNull(desk.at("B"));
    assertEquals("A", Await.result(desk.store.asked("e", "q", List.of("other", "x"), "p1")));
    assertNull(
        Await.result(desk.store.asked("e", "q", List.of("other"), "p1")),
        "somebody else's phone may make the same id");
    assertEquals(List.of(stored("C", QuestionState.WAITING)), desk.ask(ask("p1", "C", "other")));
    desk.act(r -> r.decline("A", 1, DeclineReason.OTHER, "Said already."));
    assertEquals(
        List.of(new Asked(AskOutcome.REPEATED, "A", QuestionState.DECLINED)),
        desk.ask(ask("p1", "D", "x")));
  }

  @Test
  void sameQuestionTwiceInOneBatchIsOne() {
    assertEquals(
        List.of(
            stored("A", QuestionState.WAITING),
            new Asked(AskOutcome.REPEATED, "A", QuestionState.WAITING),
            stored("C", QuestionState.WAITING)),
        desk.ask(ask("p1", "A", "x"), ask("p1", "B", "x"), ask("p2", "C", "x")));
    assertEquals(
        List.of(refused(AskOutcome.LIMIT), stored("E", QuestionState.WAITING)),
        desk.ask(ask("p3", "D", "x"), ask("p1", "E", "y")));
    assertEquals(3, desk.read().set.all().size());
  }

  @Test
  void withdrawnOnesDoNotCountForTheLimitAndTheirWordsAreGone() {
    desk.ask(ask("p1", "A", "x"), ask("p2", "B", "x"));
    assertEquals(List.of(refused(AskOutcome.LIMIT)), desk.ask(ask("p3", "C", "x")));
    desk.act(r -> r.withdraw("A"));
    assertEquals(List.of(stored("C", QuestionState.WAITING)), desk.ask(ask("p3", "C", "x")));
    assertEquals(List.of(refused(AskOutcome.LIMIT)), desk.ask(ask("p4", "D", "x")));
    assertEquals(
        List.of(new Asked(AskOutcome.REPEATED, "A", QuestionState.WITHDRAWN)),
        desk.ask(ask("p1", "E", "x")));
    assertEquals("", desk.at("A").text());
    assertEquals(
        List.of(new Committed(CommitOutcome.COMMITTED, null)),
        List.of(desk.act(r -> r.withdraw("A"))),
        "already so");
    assertEquals(
        List.of(refused(AskOutcome.LIMIT)), desk.ask(ask("p4", "D", "x")), "given back once");
  }

  @Test
  void whoAsksAndWithdrawsWithoutEndComesToAnEnd() {
    int stored = 0;
    AskOutcome last = AskOutcome.STORED;
    for (int i = 0; i < 100 && last == AskOutcome.STORED; i++) {
      String id = "Q" + i;
      last = desk.ask(ask("p" + i, id, "x")).get(0).outcome();
      if (last == AskOutcome.STORED) desk.act(r -> r.withdraw(id));
      if (last == AskOutcome.STORED) stored++;
    }
    assertEquals(AskOutcome.WITHDREW_TOO_MANY, last);
    assertEquals(22, stored);
    assertEquals(
        List.of(new Asked(AskOutcome.REPEATED, "Q0", QuestionState.WITHDRAWN)),
        desk.ask(ask("p0", "again", "x")));
    assertEquals(
        List.of(stored("Y", QuestionState.WAITING)),
        desk.ask(ask("p0", "Y", "y")),
        "others may ask");
  }

  @Test
  void checkedAfterwardsTheyAreNumberedAndPublishedAtOnce() {
    Qa after = new Qa("q", 2, 1, Qa.State.OPEN, true, QaDesk.settings(Check.AFTER, 2));
    Await.result(desk.events.commit("e", Change.of(new PutActivity(after, Answers.KEEP))));
    assertEquals(
        List.of(stored("A", QuestionState.PUBLISHED), stored("B", QuestionState.PUBLISHED)),
        desk.ask(ask("p1", "A", "x"), ask("p2", "B", "y")));
    Question a = desk.at("A");
    assertEquals(1, a.n());
    assertEquals(2, desk.at("B").n());
    assertEquals(new Question.Times(QaDesk.MINUTE, QaDesk.MINUTE, 0), a.times());
    assertEquals("Why are so few women on the board?", a.text());
    desk.upvote("A", "u", 1, true);
    assertEquals(1, desk.count("A"));
  }

  @Test
  void whatDoesNotFitIsRefusedAndNothingIsWritten() {
    desk.ask(ask("p1", "A", "x"));
    Map<String, String> before = dump();
    assertEquals(
        List.of(refused(AskOutcome.OTHER_ROUND)),
        desk.ask(new Ask("p2", "x", 2, ask("p2", "B", "x").question())));
    assertEquals(
        List.of(refused(AskOutcome.GONE)),
        Await.result(desk.store.ask("e", "z", List.of(ask("p2", "B", "x")))));
    assertEquals(before, dump());
    desk.become(Qa.State.OPEN, false, Answers.KEEP);
    assertEquals(
        List.of(
            refused(AskOutcome.NOT_ASKING),
            new Asked(AskOutcome.REPEATED, "A", QuestionState.WAITING)),
        desk.ask(ask("p2", "B", "x"), ask("p1", "C", "x")),
        "what was stored is answered as such");
    desk.become(Qa.State.LOCKED, true, Answers.KEEP);
    assertEquals(List.of(refused(AskOutcome.NOT_ASKING)), desk.ask(ask("p2", "B", "x")));
    assertEquals(List.of(), desk.ask());
    assertEquals(1, desk.read().set.all().size());
  }

  @Test
  void numbersAreGivenAtFirstPublicationWithoutGaps() {
    for (String id : List.of("A", "B", "C", "D")) desk.ask(ask("p" + id, id, "x" + id));
    desk.act(r -> r.approve("C", 1));
    desk.act(r -> r.decline("B", 1, DeclineReason.OFF_TOPIC, null));
    desk.act(r -> r.approve("A", 1));
    desk.act(r -> r.decline("C", 2, DeclineReason.DUPLICATE, null));
    desk.act(r -> r.approve("D", 1));
    desk.act(r -> r.approve("C", 3));
    assertEquals(
        List.of(2, 0, 1, 3),
        List.of(desk.at("A").n(), desk.at("B").n(), desk.at("C").n(), desk.at("D").n()));
    assertEquals(QaDesk.MINUTE + 1, desk.at("C").times().published());
    assertEquals("C", desk.set.byNumber(1).id());
  }

  @Test
  void changeOnAnOlderRevisionConflictsAndNothingIsWritten() {
    desk.published("A", "B");
    QaDesk other = new QaDesk(link);
    other.qa = desk.qa;
    other.read();
    desk.act(r -> r.archive("A", 2));
    Map<String, String> before = dump();
    assertEquals(
        new Committed(CommitOutcome.CONFLICT, "A"),
        other.commit(other.rules().answer("A", 2, "Yes.")));
    assertEquals(
        new Committed(CommitOutcome.CONFLICT, "A"),
        other.commit(other.rules().merge("B", 2, "A")),
        "into one that moved");
    assertEquals(
        new Committed(CommitOutcome.GONE, null),
        Await.result(other.store.commit("e", "z", other.rules().archive("B", 2), "a", 1)));
    assertEquals(before, dump());
  }

  @Test
  void oneIsLiveAndWhoSawAnotherConflicts() {
    desk.published("A", "B");
    QaDesk other = new QaDesk(link);
    other.qa = desk.qa;
    other.read();
    desk.act(r -> r.highlight(1, null));
    assertEquals(
        new Committed(CommitOutcome.CONFLICT, ""), other.commit(other.rules().highlight(2, null)));
    desk.act(r -> r.highlight(2, 1));
    assertEquals("B", desk.set.live().id());
    assertEquals(QuestionState.PUBLISHED, desk.at("A").state());
    desk.act(r -> r.answered(2));
    assertNull(desk.set.live());
    desk.act(r -> r.highlight(1, null));
    assertEquals("A", desk.set.live().id());
    assertEquals(new Committed(CommitOutcome.COMMITTED, null), desk.act(r -> r.highlight(null, 1)));
    assertNull(desk.set.live());
  }

  @Test
  void auditTrailSaysWhoDidWhatAndNothingOfTheAsker() {
    desk.ask(ask("p1", "A", "x"), ask("p2", "B", "y"));
    desk.act(r -> r.approve("A", 1));
    desk.act(r -> r.merge("B", 1, "A"));
    desk.act(r -> r.decline("A", 3, DeclineReason.ABUSIVE, "Not like this."));
    var lines = Await.result(desk.store.audit("e", "q"));
    assertEquals(
        List.of(
            "APPROVE A WAITING PUBLISHED null",
            "MERGE B WAITING MERGED null",
            "DECLINE A PUBLISHED DECLINED ABUSIVE"),
        lines.stream()
            .map(
                l ->
                    l.act() + " " + l.question() + " " + l.from() + " " + l.to() + " " + l.reason())
            .toList());
    assertTrue(
        lines.stream().allMatch(l -> l.who().equals("account") && l.minute() == QaDesk.MINUTE + 1));
    assertEquals(Transitions.APPROVE, lines.get(0).act());
  }

  @Test
  void aNodeFollowsFromAnyVersionHoweverMuchMoved() {
    List<Ask> asks = new ArrayList<>();
    for (int i = 0; i < 1_300; i++) {
      asks.add(QaDesk.question("phone" + i, "Q" + i, "asker" + i, "Question " + i));
    }
    for (int at = 0; at < asks.size(); at += 100) {
      desk.ask(asks.subList(at, at + 100).toArray(Ask[]::new));
    }
    Moved first = Await.result(desk.store.since("e", "q", 0));
    assertTrue(first.more());
    assertEquals(500, first.entries().size());
    assertEquals(1_300, desk.read().set.all().size());
    assertEquals(List.of(), Await.result(desk.store.since("e", "q", desk.version)).entries());
    desk.act(r -> r.approve("Q7", 1));
    long version = desk.version;
    desk.upvote("Q7", "u", 1, true);
    Moved last = Await.result(desk.store.since("e", "q", version));
    assertEquals(Map.of("Q7", 1), last.counts());
    assertEquals(List.of(), last.entries());
    assertFalse(last.more());
    assertNull(Await.result(desk.store.since("e", "z", 0)));
  }

  @Test
  void resetDeletesEverythingAndTheRoundSaysSo() {
    desk.published("A", "B");
    desk.upvote("A", "u", 1, true);
    desk.act(r -> r.merge("B", 2, "A"));
    long version = desk.version;
    byte[] key = Await.result(desk.events.load("e")).answerKeys().get("q").bytes();
    desk.become(Qa.State.OPEN, true, Answers.DELETE);
    assertEquals(
        List.of(KEY, KEY + ":keys"), keys().stream().filter(k -> k.startsWith(KEY)).toList());
    assertFalse(
        Arrays.equals(key, Await.result(desk.events.load("e")).answerKeys().get("q").bytes()));
    Moved moved = Await.result(desk.store.since("e", "q", version));
    assertEquals(2, moved.round());
    assertTrue(moved.version() > version, "versions go on");
    assertEquals(
        List.of(stored("C", QuestionState.WAITING)),
        desk.ask(new Ask("p", "x", 2, ask("p", "C", "x").question())));
    Await.result(desk.events.delete("e"));
    assertEquals(Set.of(Keys.REWRITE), keys());
  }

  @Test
  void aScriptThatCannotFinishLeavesNothingHalfWritten() {
    desk.published("A", "B");
    desk.upvote("A", "u", 1, true);
    for (String suffix :
        List.of(
            "",
            ":docs",
            ":revs",
            ":at",
            ":upat",
            ":counts",
            ":open",
            ":members",
            ":audit",
            ":aside",
            ":keys",
            ":up:A")) {
      broken(
          suffix,
          () ->
              Await.failure(desk.store.commit("e", "q", desk.rules().merge("B", 2, "A"), "a", 1)));
    }
    for (String suffix :
        List.of(
            "", ":docs", ":revs", ":at", ":open", ":asked", ":askers", ":limits", ":aside",
            ":keys")) {
      broken(suffix, () -> Await.failure(desk.store.ask("e", "q", List.of(ask("p9", "Z", "z")))));
    }
    for (String suffix : List.of("", ":open", ":members", ":counts", ":upat", ":up:A")) {
      broken(
          suffix,
          () -> Await.failure(desk.store.upvote("e", "q", List.of(UpvotesTest.up("A", "w", 1)))));
    }
  }

  private void broken(String suffix, Supplier<Throwable> call) {
    boolean existed = send(Command.EXISTS, KEY + suffix).toInteger() == 1;
    if (existed) send(Command.RENAME, KEY + suffix, "plenary:{e}:kept");
    send(Command.SET, KEY + suffix, "of another type");
    Map<String, String> before = dump();
    Throwable e = call.get();
    assertTrue(e.getMessage().contains("WRONGTYPE"), suffix + ": " + e.getMessage());
    assertEquals(before, dump(), suffix);
    send(Command.DEL, KEY + suffix);
    if (existed) send(Command.RENAME, "plenary:{e}:kept", KEY + suffix);
  }
}
