package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Activity.State;
import io.plenary.activity.Change;
import io.plenary.activity.Change.Answers;
import io.plenary.activity.Change.PutActivity;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.kinds.choice.Polls;
import io.plenary.redis.Await;
import io.plenary.redis.LinkOptions;
import io.plenary.voting.Ballot;
import io.vertx.redis.client.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisJoinAndBrokerTest extends StoreTest {
  @Test
  void peopleAreCountedOnce() {
    Await.result(
        new RedisEventStore(link, ENTROPY, FORMATS)
            .create(event("e", "ABCDEF"), List.of(room("r")), List.of()));
    RedisJoinStore joins = new RedisJoinStore(link);
    assertEquals(0, Await.result(joins.joined("e", null)));
    assertEquals(2, Await.result(joins.join("e", "r", List.of("x", "y"))).event());
    assertEquals(2, Await.result(joins.join("e", "r", List.of("x"))).event());
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 3_500; i++) many.add("p" + i);
    assertEquals(3_502, Await.result(joins.join("e", "r", many)).event());
    assertEquals(3_502, Await.result(joins.joined("e", null)));
  }

  @Test
  void everyChangeIsHeard() {
    RedisBroker broker =
        new RedisBroker(
            vertx, vertx.getOrCreateContext(), redis.address(), LinkOptions.defaults(), link);
    List<ChangeNotification> heard = new CopyOnWriteArrayList<>();
    AtomicInteger gaps = new AtomicInteger();
    broker.listen((hint, step) -> heard.add(hint), gaps::incrementAndGet);
    Await.until(() -> gaps.get() == 1);
    Await.result(broker.follow("e"));
    RedisEventStore events = new RedisEventStore(link, ENTROPY, FORMATS);
    RedisBallotStore polls = new RedisBallotStore(link);
    Await.result(
        events.create(
            event("e", "ABCDEF"), List.of(room("r", "p")), List.of(poll("p", 1, 1, State.OPEN))));
    Ballot vote = new Ballot("v", "x", 1, 1, Polls.word("a"), 0);
    Await.result(polls.cast("e", "p", List.of(vote), 0));
    Await.result(polls.cast("e", "p", List.of(vote), 0));
    Await.result(
        events.commit(
            "e", Change.of(new PutActivity(poll("p", 2, 1, State.LOCKED), Answers.KEEP))));
    Await.result(events.replaceLink("e", "r", "remote"));
    Await.result(
        events.commit(
            "e", Change.of(new PutActivity(poll("p", 3, 2, State.DRAFT), Answers.DELETE))));
    Await.result(polls.repairFew("e", "p"));
    Await.result(events.delete("e"));
    List<ChangeNotification> expected =
        List.of(
            new ChangeNotification("e", "p"),
            new ChangeNotification("e", ""),
            new ChangeNotification("e", ""),
            new ChangeNotification("e", ""),
            new ChangeNotification("e", "p"),
            new ChangeNotification("e", "p"),
            new ChangeNotification("e", ""));
    Await.until(() -> heard.size() >= expected.size());
    assertEquals(expected, heard);
    AtomicInteger lateGaps = new AtomicInteger();
    broker.listen((hint, step) -> {}, lateGaps::incrementAndGet);
    Await.until(() -> lateGaps.get() == 1);
    Await.result(broker.close());
  }

  @Test
  void ofEventsThatNobodyFollowsNothingIsHeard() {
    RedisBroker broker =
        new RedisBroker(
            vertx, vertx.getOrCreateContext(), redis.address(), LinkOptions.defaults(), link);
    List<ChangeNotification> heard = new CopyOnWriteArrayList<>();
    broker.listen((hint, step) -> heard.add(hint), () -> {});
    Await.result(broker.follow("e"));
    Await.result(broker.follow("left"));
    broker.leave("left");
    for (String event : List.of("left", "other", "e")) {
      Await.until(() -> subscribers("left") == 0);
      send(Command.PUBLISH, Keys.hints(event), event + " p");
    }
    Await.until(() -> !heard.isEmpty());
    assertEquals(List.of(new ChangeNotification("e", "p")), heard);
    assertEquals(1, subscribers("e"));
    Await.result(broker.close());
  }

  private int subscribers(String event) {
    return send(Command.PUBSUB, "NUMSUB", Keys.hints(event)).get(1).toInteger();
  }

  /** Votes as fast as they are taken, for a second; each of them is a step, or none. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void howeverManyVoteThereAreTwentyHintsASecondAndOneBehindTheLast(boolean smallGroup) {
    RedisBroker broker =
        new RedisBroker(
            vertx, vertx.getOrCreateContext(), redis.address(), LinkOptions.defaults(), link);
    List<Long> steps = new CopyOnWriteArrayList<>();
    List<Long> others = new CopyOnWriteArrayList<>();
    broker.listen((hint, step) -> (step ? steps : others).add(System.nanoTime()), () -> {});
    Await.result(broker.follow("e"));
    RedisBallotStore polls = new RedisBallotStore(link);
    Await.result(
        new RedisEventStore(link, ENTROPY, FORMATS)
            .create(
                event("e", "ABCDEF"),
                List.of(room("r", "p")),
                List.of(poll("p", 1, 1, State.OPEN))));
    if (!smallGroup) send(Command.HSET, Keys.activity("e", "p"), "step", 1_000_000);
    long began = System.nanoTime();
    long last = began;
    int votes = 0;
    for (; last - began < 1_000_000_000L; votes++) {
      Ballot vote = new Ballot("v" + votes, "x", 1, 1, Polls.word("a"), 0);
      Await.result(polls.cast("e", "p", List.of(vote), 0));
      last = System.nanoTime();
    }
    List<Long> heard = smallGroup ? steps : others;
    long most = (last - began) / (smallGroup ? 70_000_000L : 200_000_000L) + 1;
    assertEquals(List.of(), smallGroup ? others : steps);
    assertTrue(heard.size() <= most, heard.size() + " hints");
    assertTrue(heard.size() >= most / 2 && votes > 2 * most, votes + " votes, " + heard.size());
    assertTrue(last - heard.get(heard.size() - 1) < 1_000_000_000L, "the last votes were hinted");
    Await.result(broker.close());
  }

  /** What was told lives longer than it may when the store's clock was put back meanwhile. */
  @Test
  void aClockThatWasPutBackSilencesNobody() {
    RedisBroker broker =
        new RedisBroker(
            vertx, vertx.getOrCreateContext(), redis.address(), LinkOptions.defaults(), link);
    List<ChangeNotification> heard = new CopyOnWriteArrayList<>();
    broker.listen((hint, step) -> heard.add(hint), () -> {});
    Await.result(broker.follow("e"));
    Await.result(
        new RedisEventStore(link, ENTROPY, FORMATS)
            .create(
                event("e", "ABCDEF"),
                List.of(room("r", "p")),
                List.of(poll("p", 1, 1, State.OPEN))));
    send(Command.SET, Keys.told("e", "p") + ":step", "", "PX", 3_600_000);
    Ballot vote = new Ballot("v", "x", 1, 1, Polls.word("a"), 0);
    Await.result(new RedisBallotStore(link).cast("e", "p", List.of(vote), 0));
    Await.until(() -> heard.equals(List.of(new ChangeNotification("e", "p"))));
    Await.result(broker.close());
  }
}
