package io.plenary.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.plenary.redis.embedded.TestRedis;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Servers that come and go do not fill the memory. */
class ClientsTest {
  private static final Request PING = Request.cmd(Command.PING);

  @Test
  void ofServersThatAreGoneAFewAreKeptAndThoseInUse() {
    Vertx vertx = Vertx.vertx();
    try (TestRedis redis = TestRedis.start()) {
      Clients clients = new Clients(to -> Redis.createClient(vertx, url(to)));
      StoreConnection used = new StoreConnection("used", ServerKeys.ALONE);
      RedisConnection open = Await.result(clients.of(redis.address(), used).connect());
      StoreAddress there = StoreAddress.local(2, null);
      Redis stays = clients.of(there);
      Redis first = clients.of(StoreAddress.local(1_000, null));
      for (int port = 1_001; port < 1_100; port++) clients.of(StoreAddress.local(port, null));
      assertSame(first, clients.of(StoreAddress.local(1_000, null)), "asked for last");
      clients.keep(Set.of(there));
      assertEquals(Clients.SPARE + 2, clients.size());
      assertSame(stays, clients.of(there));
      assertSame(first, clients.of(StoreAddress.local(1_000, null)));
      assertEquals("PONG", Await.result(open.send(PING)).toString());
      used.close();
      for (int port = 2_000; port < 2_100; port++) clients.of(StoreAddress.local(port, null));
      clients.keep(Set.of(there));
      assertEquals(Clients.SPARE + 1, clients.size());
      Await.failure(open.send(PING));
      Await.result(clients.close());
      assertEquals(0, clients.size());
    } finally {
      Await.result(vertx.close());
    }
  }

  private static String url(StoreAddress to) {
    return "redis://" + (to.password() == null ? "" : ":" + to.password() + "@") + to.place();
  }
}
