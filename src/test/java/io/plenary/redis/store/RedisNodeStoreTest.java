package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.service.NewerStore;
import io.plenary.activity.service.NodeStore.Peer;
import io.plenary.activity.service.NodeStore.Seen;
import io.plenary.redis.Await;
import io.vertx.redis.client.Command;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RedisNodeStoreTest extends StoreTest {
  private static final Peer A = new Peer("a", 0, Set.of("poll"));
  private static final Peer B = new Peer("b", 7, Set.of("poll", "qa"));

  private RedisNodeStore knowing(long format) {
    return new RedisNodeStore(link, format);
  }

  private String format() {
    return send(Command.HGET, Keys.NODES, "format").toString();
  }

  @Test
  void nodesKnowOfEachOtherUntilTheyLeaveOrSayNothing() {
    RedisNodeStore store = new RedisNodeStore(link);
    assertEquals(new Seen(List.of(), List.of()), Await.result(store.note(A)));
    assertEquals(new Seen(List.of(A), List.of()), Await.result(store.note(B)));
    assertEquals(new Seen(List.of(B), List.of()), Await.result(store.note(A)));
    Peer knowsNothing = new Peer("b", 0, Set.of());
    Await.result(store.note(knowsNothing));
    assertEquals(List.of(knowsNothing), Await.result(store.note(A)).alive());
    Await.result(store.forget("b"));
    assertEquals(List.of(), Await.result(store.note(A)).alive());

    send(Command.HSET, Keys.NODES, "node:c", "1 5 1 poll");
    assertEquals(new Seen(List.of(), List.of("c")), Await.result(store.note(A)));
    assertEquals(List.of("c"), Await.result(store.note(A)).dead(), "until what it left is gone");
    Await.result(store.forget("c"));
    assertEquals(new Seen(List.of(), List.of()), Await.result(store.note(A)));
  }

  @Test
  void notesOfNewerVersionsAreReadAsFarAsTheyCanBeAndKept() {
    RedisNodeStore store = new RedisNodeStore(link);
    long later = System.currentTimeMillis() + 60_000;
    send(Command.HSET, Keys.NODES, "node:b", later + " 7 1 poll,qa further more=1");
    send(Command.HSET, Keys.NODES, "node:c", later + " people=7 {}");
    send(Command.HSET, Keys.NODES, "node:d", "{}");
    assertEquals(new Seen(List.of(B), List.of()), Await.result(store.note(A)));
    send(Command.HSET, Keys.NODES, "node:c", "1 people=7 {}");
    assertEquals(List.of("c"), Await.result(store.note(A)).dead(), "its time is over");
  }

  @Test
  void theFormatRisesOnceAllWhoLiveKnowAHigherOne() {
    Await.result(knowing(1).note(A));
    assertEquals("1", format(), "of the first start");
    Await.result(knowing(3).note(B));
    assertEquals("1", format());
    Await.result(knowing(2).note(A));
    assertEquals("2", format());
    Await.result(knowing(2).forget("a"));
    Await.result(knowing(3).note(B));
    assertEquals("3", format());
  }

  @Test
  void whoComesBackFirstToAStoreThatWasAwayShutsNobodyOut() {
    Await.result(knowing(1).note(A));
    send(Command.HSET, Keys.NODES, "node:a", "1 0 1 poll");
    assertEquals(List.of("a"), Await.result(knowing(2).note(B)).dead());
    assertEquals("1", format(), "a can say only now that it lives");
    Await.result(knowing(2).forget("a"));
    Await.result(knowing(1).note(A));
    Await.result(knowing(2).note(B));
    assertEquals("1", format(), "it lives");

    send(Command.HSET, Keys.NODES, "node:a", "1 0 1 poll");
    Await.result(knowing(2).note(B));
    Await.result(knowing(2).forget("a"));
    Await.result(knowing(2).note(B));
    assertEquals("2", format(), "it said nothing more");
  }

  @Test
  void whoKnowsLessThanTheFormatIsRefusedAndWritesNothing() {
    Await.result(knowing(2).note(B));
    Map<String, String> before = dump();
    Throwable refused = Await.failure(knowing(1).note(A));
    assertInstanceOf(NewerStore.class, refused);
    assertTrue(refused.getMessage().contains("format 2"), refused.getMessage());
    assertInstanceOf(NewerStore.class, Await.failure(knowing(1).check()));
    assertEquals(before, dump());
    Await.result(knowing(2).check());
    empty();
    Await.result(knowing(1).check());
    assertEquals(Map.of(), dump());
  }
}
