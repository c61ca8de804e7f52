package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.redis.Await;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.RedisLink;
import io.plenary.redis.embedded.TestCluster;
import io.plenary.redis.embedded.TestRedis;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is published on a Cluster, and who hears it. */
class ShardedPubSubTest {
  /** At every master there is one of them at least. */
  private static final List<String> EVENTS = List.of("e0", "e1", "e2", "e3");

  /** One without keys, whose slot may be moved. */
  private static final String EMPTY = "empty";

  private final List<ChangeNotification> heard = new CopyOnWriteArrayList<>();
  private final AtomicInteger gaps = new AtomicInteger();
  private Vertx vertx;
  private TestCluster all;
  private RedisLink link;
  private RedisBroker broker;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    all = TestCluster.start();
    link = RedisLink.open(vertx, vertx.getOrCreateContext(), all.address(), LinkOptions.defaults());
    broker =
        new RedisBroker(
            vertx, vertx.getOrCreateContext(), all.address(), LinkOptions.defaults(), link);
    broker.listen((hint, step) -> heard.add(hint), gaps::incrementAndGet);
    Await.result(link.ready());
  }

  @AfterEach
  void stop() {
    Await.result(broker.close());
    Await.result(vertx.close());
    all.close();
  }

  private RedisEventStore events() {
    return new RedisEventStore(link, StoreTest.ENTROPY, StoreTest.FORMATS);
  }

  private void follow() {
    for (String event : EVENTS) {
      Await.result(
          events()
              .create(
                  StoreTest.event(event, "ABCDE" + (char) ('F' + EVENTS.indexOf(event))),
                  List.of(StoreTest.room("r")),
                  List.of()));
      Await.result(broker.follow(event));
    }
    Await.result(broker.follow(EMPTY));
  }

  private Future<Void> changed(String event) {
    return Await.acknowledged(vertx, () -> events().replaceLink(event, "r", "remote"));
  }

  private void everyChangeIsHeard() {
    for (String event : EVENTS) {
      heard.clear();
      Await.result(changed(event));
      Await.until(() -> heard.contains(new ChangeNotification(event, "")));
    }
  }

  /** Where somebody listens to what is told of an event. */
  private List<TestRedis> listening(String event) {
    return all.servers().stream()
        .filter(each -> each.reply("PUBSUB SHARDCHANNELS").contains(Keys.hints(event)))
        .toList();
  }

  private boolean eachAtItsMaster() {
    return EVENTS.stream()
        .allMatch(event -> listening(event).size() == 1 && listening(event).equals(having(event)));
  }

  private List<TestRedis> having(String event) {
    return all.servers().stream()
        .filter(each -> each.reply("EXISTS " + Keys.state(event)).lines().anyMatch(":1"::equals))
        .toList();
  }

  @Test
  @DisplayName(
      "O15 hints of an event go over its own master, and no server is told of what is published"
          + " elsewhere")
  void hintsStayWithTheirEvents() {
    follow();
    everyChangeIsHeard();
    Set<TestRedis> masters = new HashSet<>();
    for (String event : EVENTS) masters.addAll(listening(event));
    assertEquals(Set.copyOf(all.masters()), masters);
    assertTrue(eachAtItsMaster());
    for (TestRedis server : all.servers()) assertEquals(0, server.calls("publish"));

    broker.leave(EMPTY);
    Await.until(() -> listening(EMPTY).isEmpty());
    Await.result(broker.follow(EMPTY));
    assertEquals(1, listening(EMPTY).size());
  }

  @Test
  @DisplayName(
      "O15 after a slot was moved, a replica took over and a master died, hints are heard at the"
          + " new masters, and what was missed is looked at")
  void hintsFollowTheirSlots() {
    follow();
    int before = gaps.get();
    TestRedis to = all.move(Keys.hints(EMPTY), listening(EMPTY).get(0));
    Await.until(() -> listening(EMPTY).equals(List.of(to)) && gaps.get() > before);
    Await.until(() -> Await.result(link.publish(Keys.hints(EMPTY), EMPTY + " x")));
    Await.until(() -> heard.contains(new ChangeNotification(EMPTY, "x")));

    int moved = gaps.get();
    all.failOver();
    Await.until(() -> gaps.get() > moved && link.isUp());
    Await.until(this::eachAtItsMaster);
    everyChangeIsHeard();

    int replaced = gaps.get();
    all.kill(all.masterOf(Keys.state(EVENTS.get(0))));
    Await.until(() -> gaps.get() > replaced && link.isUp());
    Await.until(this::eachAtItsMaster);
    everyChangeIsHeard();
  }

  @Test
  @DisplayName(
      "O15 what is no event's is heard by all nodes, and a node that is gone is known to be gone")
  void channelsOfAll() {
    RedisNodeMessages messages = new RedisNodeMessages(link, broker.subscriber(), "self");
    List<String> said = new CopyOnWriteArrayList<>();
    messages.listen(said::add);
    messages.listenAll(said::add);
    Await.until(() -> Await.result(messages.send("self", "to one")));
    assertFalse(Await.result(messages.send("gone", "to nobody")));
    Await.result(broker.subscriber().subscribe(Keys.EVERY_NODE, said::add));
    messages.sendAll("to all");
    Await.until(() -> said.containsAll(List.of("to one", "to all")));

    Await.result(broker.subscriber().subscribe(Keys.ENDED, said::add));
    Await.result(new RedisSessionStore(link).deleteAll("an-account", null));
    Await.until(() -> said.contains("an-account"));
  }
}
