package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.service.PresenceStore.Answer;
import io.plenary.activity.service.PresenceStore.Counted;
import io.plenary.redis.Await;
import io.vertx.redis.client.Command;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisPresenceTest extends StoreTest {
  private RedisPresenceStore presence;

  @BeforeEach
  void event() {
    presence = new RedisPresenceStore(link);
    Await.result(
        new RedisEventStore(link, ENTROPY, FORMATS)
            .create(event("e", "ABCDEF"), List.of(room("r"), room("s")), List.of()));
  }

  private Answer tell(String node, int r, int s) {
    return Await.result(presence.tell("e", node, new TreeMap<>(Map.of("r", r, "s", s))));
  }

  private static Map<String, Counted> elsewhere(int r, int s) {
    return Map.of("r", new Counted(r, 0), "s", new Counted(s, 0));
  }

  @Test
  void eachNodeReadsWhatTheOthersHave() {
    assertEquals(elsewhere(0, 0), tell("a", 3, 0).rooms());
    assertEquals(elsewhere(3, 0), tell("b", 2, 1).rooms());
    assertEquals(elsewhere(5, 1), tell("c", 0, 0).rooms());
    assertEquals(elsewhere(2, 1), tell("a", 4, 0).rooms());
    assertEquals(elsewhere(4, 0), tell("b", 0, 0).rooms());
    assertEquals(elsewhere(4, 0), tell("c", 0, 0).rooms());
    assertEquals(1, send(Command.HLEN, Keys.presence("e")).toInteger(), "b has nobody");
    assertEquals(elsewhere(0, 0), tell("a", 0, 0).rooms());
    assertTrue(!keys().contains(Keys.presence("e")), "nobody is there");
  }

  @Test
  void whoJoinedIsReadToo() {
    Await.result(new RedisJoinStore(link).join("e", "r", List.of("x", "y")));
    assertEquals(Map.of("r", new Counted(0, 2), "s", new Counted(0, 0)), tell("a", 1, 0).rooms());
  }

  @Test
  void aNodeThatFallsSilentHasNobody() {
    tell("a", 3, 0);
    tell("b", 1, 0);
    assertEquals(0, tell("b", 1, 0).overdueMs());
    long from = System.nanoTime();
    Await.until(() -> tell("b", 1, 0).overdueMs() > 0);
    assertEquals(elsewhere(3, 0), tell("b", 1, 0).rooms(), "it may only be late");
    Await.until(() -> tell("b", 1, 0).rooms().equals(elsewhere(0, 0)));
    long ms = (System.nanoTime() - from) / 1_000_000;
    assertTrue(ms < 2_000 && ms > 1_000, ms + " ms");
    assertEquals(0, tell("b", 1, 0).overdueMs());
    assertEquals(1, send(Command.HLEN, Keys.presence("e")).toInteger(), "it is forgotten");
    Await.until(() -> !keys().contains(Keys.presence("e")));
  }

  @Test
  void ofAnEventThatIsGoneNothingIsKept() {
    tell("a", 3, 0);
    Await.result(new RedisEventStore(link, ENTROPY, FORMATS).delete("e"));
    assertTrue(!keys().contains(Keys.presence("e")));
    assertEquals(elsewhere(0, 0), tell("a", 3, 0).rooms());
    assertTrue(!keys().contains(Keys.presence("e")));
  }
}
