package io.plenary.kinds.qa.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.kinds.qa.DeclineReason;
import io.plenary.kinds.qa.QaSettings.Check;
import io.plenary.kinds.qa.service.QuestionStore.Ask;
import io.plenary.kinds.qa.service.QuestionStore.AskOutcome;
import io.plenary.kinds.qa.service.QuestionStore.Asked;
import io.plenary.redis.store.StoreTest;
import io.vertx.redis.client.Command;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How many questions a Q&A takes, and how fast from people it does not know. */
class QuestionLimitsTest extends StoreTest {
  private static final int PEOPLE = 200;
  private static final int MANY = 5_000;
  private static final int MOST = 10_000;
  private static final int EVER = 30_000;

  /** Places of both that are for first questions, and how many of these at once. */
  private static final int FIRSTS = 500;

  private static final long APART_MS = 200;
  private static final long HOUR_MS = 3_600_000;
  private QaDesk desk;
  private int asked;

  @BeforeEach
  void create() {
    desk = new QaDesk(link);
    desk.create(QaDesk.open(Check.BEFORE, 100));
    asked = 0;
  }

  private static Ask ask(String id, String asker) {
    return QaDesk.question("phone-" + id, id, asker, "Why are so few women on the board?");
  }

  /** Questions Q0, Q1, … of 200 people who all asked something early. */
  private void fill(int upTo) {
    while (asked < upTo) {
      int to = Math.min(upTo, asked + PEOPLE);
      Ask[] some = new Ask[to - asked];
      for (int i = 0; i < some.length; i++) {
        some[i] = ask("Q" + (asked + i), "x" + (asked + i) % PEOPLE);
      }
      assertTrue(desk.ask(some).stream().allMatch(a -> a.outcome() == AskOutcome.STORED));
      asked = to;
    }
  }

  /** As if so many more had been asked and put aside. */
  private void putAside(int many) {
    List<Object> docs = new ArrayList<>(List.of(QaDesk.KEY + ":docs"));
    List<Object> aside = new ArrayList<>(List.of(QaDesk.KEY + ":aside"));
    for (int i = 0; i < many; i++) {
      docs.addAll(List.of("old" + i, "{}"));
      aside.add("old" + i);
    }
    send(Command.HSET, docs.toArray());
    send(Command.SADD, aside.toArray());
  }

  private List<AskOutcome> ask(Ask... asks) {
    return desk.ask(asks).stream().map(Asked::outcome).toList();
  }

  private AskOutcome another() {
    String id = "Q" + asked++;
    return ask(ask(id, "x" + asked % PEOPLE)).get(0);
  }

  @Test
  @DisplayName("O9 the last of ten thousand places are for first questions; moderators make room")
  void tenThousandThatWaitOrArePublicAreEnoughAndModeratorsMakeRoom() {
    fill(MOST - FIRSTS - 1);
    assertEquals(
        List.of(AskOutcome.STORED, AskOutcome.FULL, AskOutcome.REPEATED),
        ask(ask("L", "x1"), ask("M", "x2"), ask("Q7", "x7")));
    assertEquals(AskOutcome.FULL, another());
    desk.act(r -> r.approve("Q2", 1));
    desk.act(r -> r.answer("Q2", 2, "Yes."));
    assertEquals(AskOutcome.FULL, another(), "it is still public");
    List<Runnable> room =
        List.of(
            () -> desk.act(r -> r.decline("Q1", 1, DeclineReason.OTHER, null)),
            () -> desk.act(r -> r.archive("Q2", 3)),
            () -> desk.act(r -> r.merge("Q3", 1, "Q4")),
            () -> desk.act(r -> r.withdraw("Q5")),
            () -> desk.act(r -> r.erase("Q6", 1)));
    for (Runnable act : room) {
      act.run();
      assertEquals(List.of(AskOutcome.STORED, AskOutcome.FULL), List.of(another(), another()));
    }
    desk.act(r -> r.restore("Q1", 2));
    desk.act(r -> r.decline("Q8", 1, DeclineReason.OTHER, null));
    assertEquals(AskOutcome.FULL, another(), "what returns counts again");
    assertEquals(List.of(AskOutcome.STORED), ask(ask("N", "new")));
    assertEquals(List.of(AskOutcome.FULL), ask(ask("O", "new")), "the second one has no place");
  }

  @Test
  @DisplayName("O9 ten thousand are the end for first questions, too")
  void theEndForEverybody() {
    fill(1);
    wait(MOST - 2);
    assertEquals(
        List.of(AskOutcome.STORED, AskOutcome.FULL), ask(ask("A", "one"), ask("B", "two")));
  }

  /** As if so many more waited. */
  private void wait(int many) {
    List<Object> docs = new ArrayList<>(List.of(QaDesk.KEY + ":docs"));
    for (int i = 0; i < many; i++) docs.addAll(List.of("more" + i, "{}"));
    send(Command.HSET, docs.toArray());
  }

  /** As if the bucket of first questions were full again so many ms from now. */
  private void fullAgainIn(long ms) {
    var time = send(Command.TIME);
    long now = time.get(0).toLong() * 1_000 + time.get(1).toLong() / 1_000;
    send(Command.HSET, QaDesk.KEY, "newcomer", now + ms);
  }

  @Test
  void thirtyThousandAreTheEndWhereverTheyStand() {
    fill(1);
    putAside(EVER - FIRSTS - 2);
    assertEquals(List.of(AskOutcome.STORED, AskOutcome.FULL), ask(ask("L", "x0"), ask("M", "x0")));
    putAside(EVER - 3);
    assertEquals(
        List.of(AskOutcome.STORED, AskOutcome.FULL), ask(ask("A", "one"), ask("B", "two")));
  }

  @Test
  @DisplayName(
      "O9 once very many wait, five hundred first questions are taken at once, then one every 200"
          + " ms; who asked before is not held up")
  void firstQuestionsHavePlacesOfTheirOwn() {
    fill(MANY);
    List<AskOutcome> told = new ArrayList<>();
    for (int from = 0; from < FIRSTS; from += 100) {
      Ask[] some = new Ask[100];
      for (int i = 0; i < some.length; i++) some[i] = ask("A" + (from + i), "new" + (from + i));
      told.addAll(ask(some));
    }
    assertEquals(Collections.nCopies(FIRSTS, AskOutcome.STORED), told);
    fullAgainIn(HOUR_MS); // more than it can be: empty at the moment of the look
    assertEquals(
        List.of(AskOutcome.LATER, AskOutcome.STORED, AskOutcome.STORED),
        ask(ask("L", "late"), ask("M", "x1"), ask("N", "new1")));
    fullAgainIn((FIRSTS - 2) * APART_MS);
    assertEquals(
        List.of(AskOutcome.STORED, AskOutcome.STORED),
        ask(ask("P", "first"), ask("Q", "second")),
        "400 ms later there are two places");
    List<Object> room = new ArrayList<>(List.of(QaDesk.KEY + ":aside", "Q1", "M", "N", "P", "Q"));
    for (int i = 0; i < FIRSTS; i++) room.add("A" + i);
    send(Command.SADD, room.toArray()); // as if moderators had put them away
    assertEquals(
        List.of(AskOutcome.STORED), ask(ask("L", "late")), "nor is anybody once there is room");
  }

  @Test
  @DisplayName(
      "O23 a clock that is put back an hour keeps nobody from asking for longer than a full bucket")
  void clockPutBack() {
    fill(MANY);
    fullAgainIn(HOUR_MS);
    assertEquals(List.of(AskOutcome.LATER), ask(ask("A", "one")));
    assertEquals(List.of(AskOutcome.STORED), ask(ask("K", "x1"))); // writes the moment down again
    var time = send(Command.TIME);
    long full = send(Command.HGET, QaDesk.KEY, "newcomer").toLong();
    assertTrue(full <= time.get(0).toLong() * 1_000 + 1_000 + FIRSTS * APART_MS, "full at " + full);
  }

  @Test
  void whoAsksAndTakesBackUnderManyNamesIsHeldUpToo() {
    fill(1);
    putAside(MOST - 1);
    fullAgainIn(HOUR_MS);
    assertEquals(List.of(AskOutcome.LATER), ask(ask("A", "one")));
    assertEquals(List.of(AskOutcome.STORED), ask(ask("D", "x0")));
  }
}
