package io.plenary.kinds.reactions.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.Change;
import io.plenary.activity.EventState;
import io.plenary.activity.Room;
import io.plenary.activity.Stage;
import io.plenary.activity.service.EventStore;
import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.kinds.reactions.ReactionCounts;
import io.plenary.kinds.reactions.ReactionRules;
import io.plenary.kinds.reactions.Reactions;
import io.plenary.kinds.reactions.service.ReactionStore.Outcome;
import io.plenary.redis.Await;
import io.plenary.redis.LinkOptions;
import io.plenary.redis.Script;
import io.plenary.redis.store.Keys;
import io.plenary.redis.store.RedisBroker;
import io.plenary.redis.store.RedisEventStore;
import io.plenary.redis.store.StoreTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisReactionStoreTest extends StoreTest {
  private static final String KEY = "plenary:{e}:activity:x";
  private RedisReactionStore store;
  private RedisEventStore events;

  @BeforeEach
  void create() {
    store = new RedisReactionStore(link);
    events = new RedisEventStore(link, ENTROPY, FORMATS);
    Await.result(
        events.create(
            event("e", "ABCDEF"),
            List.of(new Room("r", 1, "Main hall", List.of(), Stage.join())),
            List.of()));
    turn(0, true);
  }

  private EventState state() {
    return Await.result(events.load("e")).state();
  }

  private void turn(long rev, boolean on) {
    Change change = ReactionRules.edit(state(), "r", rev, on, "x");
    assertEquals(EventStore.Outcome.COMMITTED, Await.result(events.commit("e", change)));
  }

  private Outcome add(long clap, long heart, long idea, long question) {
    return Await.result(store.add("e", "x", new ReactionCounts(clap, heart, idea, question)));
  }

  private ReactionCounts counts() {
    return Await.result(store.totals("e", "x"));
  }

  @Test
  void theyComeBackAsTheyWereStored() {
    assertEquals(new Reactions("x", 1, 1, true), state().activities().get("x"));
    assertEquals(List.of("x"), state().room("r").alwaysOn());
    turn(1, false);
    assertEquals(new Reactions("x", 2, 1, false), state().activities().get("x"));
  }

  @Test
  void nodesAddUpTogether() {
    assertEquals(ReactionCounts.NONE, counts());
    long answers = Await.result(events.versions("e")).answers();
    long event = Await.result(events.versions("e")).state();
    assertEquals(Outcome.ADDED, add(3, 0, 1, 0));
    assertEquals(Outcome.ADDED, add(2, 7, 0, 0));
    assertEquals(new ReactionCounts(5, 7, 1, 0), counts());
    assertEquals(
        answers + 2,
        Await.result(events.versions("e")).answers(),
        "who missed the hint sees it there");
    assertEquals(
        event, Await.result(events.versions("e")).state(), "the event itself did not move");
  }

  @Test
  void whatIsAddedNamesNobodyAndNoTime() {
    add(3, 0, 1, 0);
    Map<String, String> all = dump();
    assertEquals(
        Set.of("clap", "idea"),
        Set.copyOf(
            send(io.vertx.redis.client.Command.HKEYS, KEY + ":totals").stream()
                .map(Object::toString)
                .toList()));
    List<String> of = new ArrayList<>(all.keySet());
    of.removeIf(key -> !key.startsWith(KEY));
    assertEquals(List.of(KEY, KEY + ":keys", KEY + ":totals"), of);
  }

  @Test
  void othersHearOfIt() {
    RedisBroker broker =
        new RedisBroker(
            vertx, vertx.getOrCreateContext(), redis.address(), LinkOptions.defaults(), link);
    List<ChangeNotification> heard = new CopyOnWriteArrayList<>();
    AtomicInteger gaps = new AtomicInteger();
    broker.listen((hint, step) -> heard.add(hint), gaps::incrementAndGet);
    Await.until(() -> gaps.get() == 1);
    Await.result(broker.follow("e"));
    add(1, 0, 0, 0);
    Await.until(() -> !heard.isEmpty());
    assertEquals(List.of(new ChangeNotification("e", "x")), heard);
    Await.result(broker.close());
  }

  @Test
  void whatIsRefusedWritesNothing() {
    add(1, 0, 0, 0);
    turn(1, false);
    Map<String, String> off = dump();
    assertEquals(Outcome.OFF, add(1, 0, 0, 0));
    assertEquals(
        Outcome.GONE, Await.result(store.add("e", "other", new ReactionCounts(1, 0, 0, 0))));
    assertEquals(off, dump());
    Script react = Script.load(RedisReactionStore.class, "react");
    List<String> keys = List.of(KEY, KEY + ":totals", "plenary:{e}:state");
    turn(2, true);
    Map<String, String> on = dump();
    for (List<Object> wrong :
        List.<List<Object>>of(
            List.of("c", "h"),
            List.of("c", "h", "clap"),
            List.of("c", "h", "clap", 1, "heart", "x"),
            List.of("c", "h", "clap", 0),
            List.of("c", "h", "clap", -1))) {
      assertThrows(
          RuntimeException.class,
          () -> Await.result(link.eval(react, keys, wrong)),
          wrong.toString());
    }
    assertEquals(on, dump());
  }

  @Test
  void offAndOnAgainTheyGoOnWhereTheyWere() {
    add(4, 0, 0, 0);
    turn(1, false);
    turn(2, true);
    add(1, 0, 0, 0);
    assertEquals(5, counts().clap());
    assertTrue(Await.result(store.idleMillis("e", "x")) < 60_000);
  }

  @Test
  void deletedWithTheirEventNothingStays() {
    add(1, 1, 1, 1);
    Await.result(events.delete("e"));
    assertEquals(Set.of(Keys.REWRITE), keys());
    assertNull(Await.result(store.totals("e", "x")));
    assertEquals(Outcome.GONE, add(1, 0, 0, 0));
    assertEquals(Set.of(Keys.REWRITE), keys());
  }
}
