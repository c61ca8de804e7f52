package io.plenary.kinds.qa.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.abuse.Abuse;
import io.plenary.kinds.qa.QuestionState;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueueItemsTest {
  /** Knows accounts, and counts how often it is asked; answers when the test wants. */
  private static final class Accounts {
    private final List<String> asked = new ArrayList<>();
    private Promise<String> answer;

    private Future<String> name(String id) {
      asked.add(id);
      answer = Promise.promise();
      return answer.future();
    }
  }

  private final Accounts asked = new Accounts();
  private final Crowd crowd = new Crowd();
  private final Queue<Runnable> later = new ArrayDeque<>();
  private final QueueItems items =
      new QueueItems(new Abuse(List.of()), new StaffNames(asked::name), later::add);

  private List<String> like(int n) {
    return items.of(crowd.qa.memory, crowd.qa.memory.questions.byId("q" + n)).like();
  }

  @Test
  void looksAtAFewAtATimeSoThatOthersComeInBetween() {
    List<String> ids = IntStream.range(1, 13).mapToObj(n -> "q" + n).toList();
    for (int n = 1; n < 13; n++) crowd.put(n, "Question number " + n, QuestionState.WAITING);
    crowd.read();
    Future<Void> ready = items.ready(crowd.qa.memory, ids);
    assertFalse(ready.isComplete());
    int turns = 0;
    for (; !later.isEmpty(); turns++) later.remove().run();
    assertEquals(2, turns);
    assertTrue(ready.isComplete());
    assertTrue(items.ready(crowd.qa.memory, ids).isComplete(), "what was looked at is known");
    crowd.put(13, "Another question", QuestionState.WAITING).read();
    assertTrue(
        items.ready(crowd.qa.memory, ids).isComplete(),
        "a new one makes nobody look again at all others");
  }

  @Test
  void tellsOnlyWhoHasToDecideAndOnlyOfQuestionsThatStand() {
    crowd
        .put(1, "Will there be more parking?", QuestionState.WAITING)
        .put(2, "Is there going to be more parking?", QuestionState.PUBLISHED)
        .put(3, "More parking, please?", QuestionState.ARCHIVED)
        .read();
    assertEquals(List.of("q2"), like(1));
    assertEquals(List.of(), like(2));
    crowd.put(4, "will there be MORE parking", QuestionState.WAITING).read();
    assertEquals(List.of("q4", "q2"), like(1), "one that came later");
    crowd.gone(2).put(4, "", QuestionState.WITHDRAWN).read();
    assertEquals(List.of(), like(1));
  }

  private String by(int n) {
    return items.of(crowd.qa.memory, crowd.qa.memory.questions.byId("q" + n)).by();
  }

  @Test
  void saysWhoActedLast() {
    crowd.put(1, "One?", QuestionState.WAITING).read();
    assertTrue(items.ready(crowd.qa.memory, List.of("q1")).isComplete());
    assertNull(by(1), "its asker");
    crowd.by = "account1";
    crowd.put(1, "One?").read();
    crowd.by = "remote";
    crowd.put(2, "Two?").read();
    Future<Void> ready = items.ready(crowd.qa.memory, List.of("q1", "q2"));
    assertFalse(ready.isComplete(), "the name has to be found out");
    asked.answer.complete("Organiser");
    while (!later.isEmpty()) later.remove().run();
    assertTrue(ready.succeeded());
    assertEquals("Organiser", by(1));
    assertEquals("remote", by(2));
    assertTrue(items.ready(crowd.qa.memory, List.of("q1", "q2")).isComplete());
    assertEquals(List.of("account1"), asked.asked, "each is asked for once");
  }

  @Test
  void whoseNameCannotBeFoundOutHoldsNothingUp() {
    crowd.by = "account1";
    crowd.put(1, "One?").read();
    Future<Void> ready = items.ready(crowd.qa.memory, List.of("q1"));
    asked.answer.fail("away");
    while (!later.isEmpty()) later.remove().run();
    assertTrue(ready.succeeded());
    assertNull(by(1));
    items.ready(crowd.qa.memory, List.of("q1"));
    assertEquals(2, asked.asked.size(), "it is asked for again");
  }
}
