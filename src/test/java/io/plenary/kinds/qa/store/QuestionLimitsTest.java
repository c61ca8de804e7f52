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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many questions a Q&A takes, and how fast from people it does not know. */
class QuestionLimitsTest extends StoreTest {
  private static final int PEOPLE = 200;
  private static final int MANY = 5_000;
  private static final int MOST = 10_000;
  private static final int EVER = 30_000;
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
  void tenThousandThatWaitOrArePublicAreEnoughAndModeratorsMakeRoom() {
    fill(MOST - 1);
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
  }

  @Test
  void thirtyThousandAreTheEndWhereverTheyStand() {
    fill(1);
    putAside(EVER - 2);
    assertEquals(List.of(AskOutcome.STORED, AskOutcome.FULL), ask(ask("L", "x0"), ask("M", "x0")));
  }

  @Test
  void onceVeryManyWaitNewPeopleAreTakenOneAfterTheOther() {
    fill(MANY - 1);
    List<AskOutcome> crowd =
        ask(
            ask("A", "zeroth"),
            ask("B", "first"),
            ask("C", "second"),
            ask("D", "zeroth"),
            ask("E", "first"),
            ask("F", "third"));
    assertEquals(
        List.of(
            AskOutcome.STORED,
            AskOutcome.STORED,
            AskOutcome.LATER,
            AskOutcome.STORED,
            AskOutcome.STORED,
            AskOutcome.LATER),
        crowd,
        "who asked before is not held up");
    send(Command.HSET, QaDesk.KEY, "newcomer", 1); // the pause is over
    assertEquals(
        List.of(AskOutcome.STORED, AskOutcome.LATER), ask(ask("C", "second"), ask("F", "third")));
    desk.act(r -> r.decline("Q1", 1, DeclineReason.OTHER, null));
    for (String id : List.of("A", "B", "C", "D", "E")) {
      desk.act(r -> r.decline(id, 1, DeclineReason.OTHER, null));
    }
    assertEquals(
        List.of(AskOutcome.STORED), ask(ask("F", "third")), "nor is anybody once there is room");
  }

  @Test
  void whoAsksAndTakesBackUnderManyNamesIsHeldUpToo() {
    fill(1);
    putAside(MOST - 2);
    assertEquals(
        List.of(AskOutcome.STORED, AskOutcome.STORED, AskOutcome.LATER),
        ask(ask("A", "one"), ask("B", "two"), ask("C", "three")));
    assertEquals(List.of(AskOutcome.STORED), ask(ask("D", "x0")));
  }
}
