package io.plenary.kinds.qa.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.QaSettings.Check;
import io.plenary.kinds.qa.service.QuestionStore.AnonymiseOutcome;
import io.plenary.kinds.qa.service.QuestionStore.Upvote;
import io.plenary.redis.Await;
import io.plenary.redis.store.StoreTest;
import io.vertx.redis.client.Command;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Questions that so many people upvoted that they are counted in pages. */
class LargeQuestionsTest extends StoreTest {
  private static final int MANY = 2 * UpvoteCounts.MOST + 500;
  private static final int AT_ONCE = 1_000;
  private QaDesk desk;

  @BeforeEach
  void create() {
    desk = new QaDesk(link);
    desk.create(QaDesk.open(Check.BEFORE, 10));
    desk.published("A", "B", "C");
    for (int from = 0; from < MANY; from += AT_ONCE) {
      upvote("A", from, Math.min(MANY, from + AT_ONCE));
      upvote("B", MANY / 2 + from, MANY / 2 + Math.min(MANY, from + AT_ONCE));
    }
    desk.upvote("C", "person-0", 1, true);
    desk.upvote("A", "person-1", 2, false);
  }

  private void upvote(String question, int from, int to) {
    desk.upvote(
        IntStream.range(from, to)
            .mapToObj(i -> new Upvote(question, "person-" + i, 1, true))
            .toArray(Upvote[]::new));
  }

  private int recounted() {
    return Await.result(desk.store.recount("e", "q"));
  }

  private Map<String, Integer> raw() {
    return Await.result(desk.store.raw("e", "q"));
  }

  @Test
  @DisplayName("Each person counts once, however many there are and whatever is merged")
  void countedInPages() {
    Map<String, Integer> single = Map.of("A", MANY - 1, "B", MANY, "C", 1);
    assertEquals(single, raw());
    assertEquals(0, recounted());
    desk.act(r -> r.merge("B", desk.at("B").rev(), "A"));
    assertEquals(MANY + MANY / 2 - 1, desk.count("A"));
    assertEquals(0, recounted());
    send(Command.HINCRBY, QaDesk.KEY + ":counts", "A", 3);
    send(Command.HINCRBY, QaDesk.KEY + ":counts", "C", 3);
    assertEquals(2, recounted());
    assertEquals(MANY + MANY / 2 - 1, desk.count("A"));
    assertEquals(1, desk.count("C"));

    desk.become(Qa.State.FINAL);
    assertEquals(AnonymiseOutcome.ANONYMISED, Await.result(desk.store.anonymise("e", "q")));
    assertEquals(single, raw());
    assertFalse(dump().toString().contains("person-"), "a person is left");
  }
}
