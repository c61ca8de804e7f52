package io.plenary.kinds.qa.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.QaSettings.Check;
import io.plenary.kinds.qa.service.QuestionStore.Cast;
import io.plenary.kinds.qa.service.QuestionStore.Standing;
import io.plenary.kinds.qa.service.QuestionStore.Upvote;
import io.plenary.kinds.qa.service.QuestionStore.UpvoteOutcome;
import io.plenary.redis.Await;
import io.plenary.redis.Script;
import io.plenary.redis.store.StoreTest;
import io.vertx.redis.client.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpvotesTest extends StoreTest {
  private static final Cast COUNTED = new Cast(UpvoteOutcome.COUNTED, null);
  private static final Cast REPEATED = new Cast(UpvoteOutcome.REPEATED, null);
  private static final Cast CLOSED = new Cast(UpvoteOutcome.NOT_UPVOTABLE, null);
  private QaDesk desk;

  @BeforeEach
  void create() {
    desk = new QaDesk(link);
    desk.create(QaDesk.open(Check.BEFORE, 10));
    desk.published("A", "B", "C");
  }

  static Upvote up(String question, String person, long seq) {
    return new Upvote(question, person, seq, true);
  }

  private static Upvote down(String question, String person, long seq) {
    return new Upvote(question, person, seq, false);
  }

  private static Cast superseded(long seq, boolean on) {
    return new Cast(UpvoteOutcome.SUPERSEDED, new Standing(seq, on));
  }

  private void reconciles() {
    assertEquals(0, Await.result(desk.store.recount("e", "q")));
  }

  @Test
  void thePersonCountsOnceHoweverOftenItIsSent() {
    assertEquals(
        List.of(COUNTED, REPEATED, COUNTED),
        desk.upvote(up("A", "u", 1), up("A", "u", 1), up("A", "w", 1)));
    assertEquals(REPEATED, desk.upvote("A", "u", 1, true));
    assertEquals(2, desk.count("A"));
    assertEquals(COUNTED, desk.upvote("A", "u", 5, true), "newer, and says the same");
    assertEquals(2, desk.count("A"));
    assertEquals(superseded(5, true), desk.upvote("A", "u", 3, false));
    assertEquals(COUNTED, desk.upvote("A", "u", 5, false), "at a tie, taking back wins");
    assertEquals(superseded(5, false), desk.upvote("A", "u", 5, true));
    assertEquals(1, desk.count("A"));
    reconciles();
  }

  @Test
  void takenBackIsAsNeverGiven() {
    desk.upvote("A", "w", 1, true);
    int before = desk.count("A");
    var raw = Await.result(desk.store.raw("e", "q"));
    assertEquals(List.of(COUNTED, COUNTED), desk.upvote(up("A", "u", 1), down("A", "u", 2)));
    assertEquals(before, desk.count("A"));
    assertEquals(raw, Await.result(desk.store.raw("e", "q")));
    assertEquals(
        COUNTED, desk.upvote("B", "u", 4, false), "taking back what was never given is harmless");
    assertEquals(
        superseded(4, false), desk.upvote("B", "u", 3, true), "and wins over what arrives late");
    assertEquals(0, desk.count("B"));
    reconciles();
  }

  @Test
  void mergedQuestionsCountEachPersonOnceAndUnmergingBringsBackWhatWas() {
    desk.upvote(
        up("A", "u", 1), up("B", "u", 2), up("A", "v", 1), up("B", "w", 1), up("C", "x", 1));
    desk.act(r -> r.merge("B", 2, "A"));
    assertEquals(3, desk.count("A"));
    assertEquals(
        Map.of("A", 2, "B", 2, "C", 1),
        Await.result(desk.store.raw("e", "q")),
        "raw upvotes never move");
    desk.act(r -> r.merge("A", desk.at("A").rev(), "C"));
    assertEquals(4, desk.count("C"));
    assertEquals(
        COUNTED, desk.upvote("B", "z", 1, true), "a merged question is upvoted with its group");
    assertEquals(5, desk.count("C"));
    assertEquals(
        COUNTED, desk.upvote("C", "u", 3, false), "who upvoted two duplicates takes back once");
    assertEquals(4, desk.count("C"));
    desk.act(r -> r.unmerge("A", desk.at("A").rev()));
    assertEquals(1, desk.count("C"));
    assertEquals(3, desk.count("A"));
    desk.act(r -> r.unmerge("B", desk.at("B").rev()));
    assertEquals(List.of(1, 2, 1), List.of(desk.count("A"), desk.count("B"), desk.count("C")));
    reconciles();
  }

  @Test
  void whatTakesNoUpvotesStillAnswersWhatStands() {
    desk.upvote("A", "u", 2, true);
    desk.act(r -> r.answered(1));
    assertEquals(REPEATED, desk.upvote("A", "u", 2, true));
    assertEquals(superseded(2, true), desk.upvote("A", "u", 1, false));
    assertEquals(CLOSED, desk.upvote("A", "u", 3, false));
    assertEquals(CLOSED, desk.upvote("A", "w", 1, true));
    desk.ask(QaDesk.question("p", "W", "a", "Waiting"));
    assertEquals(CLOSED, desk.upvote("W", "u", 4, true));
    assertEquals(CLOSED, desk.upvote("no such", "u", 4, true));
    desk.become(Qa.State.LOCKED);
    assertEquals(CLOSED, desk.upvote("B", "u", 4, true));
    desk.become(Qa.State.OPEN);
    assertEquals(COUNTED, desk.upvote("B", "u", 4, true));
    assertEquals(
        List.of(new Cast(UpvoteOutcome.GONE, null)),
        Await.result(desk.store.upvote("e", "z", List.of(up("A", "u", 1)))));
    desk.act(r -> r.restore("A", desk.at("A").rev()));
    assertEquals(COUNTED, desk.upvote("A", "u", 5, false), "not answered after all");
    assertEquals(0, desk.count("A"));
    reconciles();
  }

  @Test
  void aLargeBatchIsOneStepAndOneVersion() {
    List<Upvote> batch = new ArrayList<>();
    for (int i = 0; i < 6_000; i++) batch.add(up("ABC".substring(i % 3, i % 3 + 1), "u" + i, 1));
    long version = desk.read().version;
    assertTrue(desk.upvote(batch.toArray(Upvote[]::new)).stream().allMatch(COUNTED::equals));
    assertEquals(
        List.of(2_000, 2_000, 2_000), List.of(desk.count("A"), desk.count("B"), desk.count("C")));
    assertEquals(version + 1, desk.version);
    reconciles();
  }

  @Test
  void wrongCountsAreMended() {
    desk.upvote(up("A", "u", 1), up("B", "u", 2));
    desk.act(r -> r.merge("B", 2, "A"));
    send(Command.HSET, QaDesk.KEY + ":counts", "A", 9, "B", 4, "C", 1);
    assertEquals(3, Await.result(desk.store.recount("e", "q")));
    assertEquals(List.of(1, 0, 0), List.of(desk.count("A"), desk.count("B"), desk.count("C")));
    reconciles();
  }

  @Test
  void badArgumentsWriteNothing() {
    desk.upvote("A", "u", 1, true);
    Map<String, String> before = dump();
    for (List<Object> bad :
        List.of(
            List.<Object>of("c", "h", "A", "w", "x", 1),
            List.<Object>of("c", "h", "A", "w", 1, 2),
            List.<Object>of("c", "h", "A", "w"))) {
      Throwable e =
          Await.failure(
              link.eval(
                  Script.load(RedisQuestionStore.class, "cast_upvotes"),
                  List.of(QaDesk.KEY, "plenary:{e}:state"),
                  bad));
      assertTrue(e.getMessage().startsWith("BADARGS"), e.getMessage());
    }
    assertEquals(before, dump());
    assertFalse(dump().toString().contains("w="), "nothing of that person");
  }

  @Test
  void upvotesSurviveAKill() throws Exception {
    for (int i = 0; i < 20; i++) desk.upvote("A", "u" + i, 1, true);
    redis.kill();
    redis.startAgain();
    Await.until(link::isUp);
    assertEquals(REPEATED, desk.upvote("A", "u3", 1, true));
    QaDesk fresh = new QaDesk(link);
    assertEquals(20, fresh.count("A"));
    reconciles();
  }
}
