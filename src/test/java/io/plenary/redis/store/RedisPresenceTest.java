package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.service.PresenceStore.Answer;
import io.plenary.activity.service.PresenceStore.Counted;
import io.plenary.activity.service.PresenceStore.Mine;
import io.plenary.activity.service.SharedPlaces.Wish;
import io.plenary.redis.Await;
import io.vertx.redis.client.Command;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    return tell(node, r, s, new Wish(0, 0, 0));
  }

  private Answer tell(String node, int r, int s, Wish places) {
    Map<String, Integer> people = new TreeMap<>(Map.of("r", r, "s", s));
    return Await.result(presence.tell("e", node, new Mine(people, places, 10)));
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
  void whatNewerVersionsSayIsReadAsFarAsItCanBeAndKept() {
    long now = System.currentTimeMillis();
    String still = now + " " + (now + 60_000);
    tell("a", 1, 0);
    send(Command.HSET, Keys.presence("e"), "b", still + " 4 2 0 r:2 idle=3 s:1 more");
    send(Command.HSET, Keys.presence("e"), "c", still + " places=4 {}");
    send(Command.HSET, Keys.presence("e"), "d", "{}");
    Answer answer = tell("a", 1, 0, new Wish(1, 1, 9));
    assertEquals(elsewhere(2, 1), answer.rooms());
    assertEquals(6, answer.places(), "of ten, of which b has four");
    assertEquals(Set.of("b", "c"), answer.others());
    send(Command.HSET, Keys.presence("e"), "c", now + " 1 places=4 {}");
    assertEquals(Set.of("b"), tell("a", 1, 0).others());
    assertEquals(3, send(Command.HLEN, Keys.presence("e")).toInteger(), "its time is over");
  }

  @Test
  void allNodesTogetherHaveSoManyPlaces() {
    Answer first = tell("a", 0, 0, new Wish(0, 1, 4));
    assertEquals(List.of(4, 6, 0), List.of(first.places(), first.free(), first.lacking()));
    Answer second = tell("b", 0, 0, new Wish(3, 7, 9));
    assertEquals(List.of(6, 0, 0), List.of(second.places(), second.free(), second.lacking()));
    assertEquals(Set.of("a"), second.others());
    Answer lacking = tell("a", 0, 0, new Wish(4, 6, 6));
    assertEquals(List.of(4, 0, 1), List.of(lacking.places(), lacking.free(), lacking.lacking()));
    assertEquals(2, tell("b", 0, 0, new Wish(3, 3, 3)).lacking());
    assertEquals(6, tell("a", 0, 0, new Wish(4, 6, 6)).places(), "what b gave back");
    Answer held = tell("b", 0, 0, new Wish(5, 5, 5));
    assertEquals(5, held.places(), "whoever is in stays in");
    assertEquals(0, held.free());
    tell("c", 0, 0, new Wish(0, 2, 2));
    assertEquals(2, tell("b", 0, 0, new Wish(5, 5, 5)).lacking(), "c has none at all");
    tell("c", 0, 0, new Wish(0, 0, 0));
    tell("a", 0, 0, new Wish(0, 0, 0));
    assertEquals(Set.of(), tell("b", 0, 0, new Wish(5, 5, 5)).others());
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
