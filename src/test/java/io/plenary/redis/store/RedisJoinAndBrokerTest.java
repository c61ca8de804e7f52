package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.activity.Activity.State;
import io.plenary.activity.Change;
import io.plenary.activity.Change.Answers;
import io.plenary.activity.Change.PutActivity;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.kinds.choice.Polls;
import io.plenary.redis.Await;
import io.plenary.redis.LinkOptions;
import io.plenary.voting.Ballot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RedisJoinAndBrokerTest extends StoreTest {
  @Test
  void peopleAreCountedOnce() {
    new RedisEventStore(link, ENTROPY, FORMATS)
        .create(event("e", "ABCDEF"), List.of(room("r")), List.of());
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
    broker.listen(heard::add, gaps::incrementAndGet);
    Await.until(() -> gaps.get() == 1);
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
    Await.result(polls.repair("e", "p"));
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
    broker.listen(h -> {}, lateGaps::incrementAndGet);
    Await.until(() -> lateGaps.get() == 1);
    Await.result(broker.close());
  }
}
