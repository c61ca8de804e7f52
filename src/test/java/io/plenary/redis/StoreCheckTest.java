package io.plenary.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.redis.StoreFinding.Kind;
import io.plenary.redis.embedded.TestRedis;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StoreCheckTest {
  private Vertx vertx;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
  }

  @AfterEach
  void stop() {
    Await.result(vertx.close());
  }

  private List<StoreFinding> look(StoreAddress address) {
    Promise<List<StoreFinding>> done = Promise.promise();
    Context context = vertx.getOrCreateContext();
    context.runOnContext(
        v -> StoreCheck.look(vertx, context, address, LinkOptions.defaults(), 0).onComplete(done));
    List<StoreFinding> found = Await.result(done.future());
    found.forEach(
        f ->
            assertFalse(
                f.message().contains(TestRedis.PASSWORD) || f.message().contains("guess"),
                f.message()));
    return found;
  }

  private static List<Kind> kinds(List<StoreFinding> found) {
    return found.stream().map(StoreFinding::kind).collect(Collectors.toList());
  }

  @Test
  void serverSetUpWellHasNothingToSay() {
    try (TestRedis redis = TestRedis.start()) {
      assertEquals(List.of(), look(redis.address()));
    }
  }

  @Test
  void serverThatKeepsNothingIsFatal() {
    try (TestRedis redis = TestRedis.start("--appendonly", "no")) {
      List<StoreFinding> found = look(redis.address());
      assertEquals(List.of(Kind.NOT_PERSISTING), kinds(found));
      assertTrue(
          found.get(0).fatal() && found.get(0).message().contains("appendonly yes"),
          found.get(0).message());
    }
  }

  @Test
  void laxWritingIsAWarning() {
    try (TestRedis redis = TestRedis.start("--appendfsync", "everysec")) {
      List<StoreFinding> found = look(redis.address());
      assertEquals(List.of(Kind.FSYNC_NOT_ALWAYS), kinds(found));
      assertFalse(found.get(0).fatal());
    }
  }

  @Test
  @DisplayName("O4 a policy that evicts is fatal, and said with the command that changes it")
  void o4_evictionIsFatal() {
    try (TestRedis redis = TestRedis.start("--maxmemory-policy", "allkeys-lru")) {
      List<StoreFinding> found = look(redis.address());
      assertEquals(List.of(Kind.EVICTING), kinds(found));
      assertTrue(
          found.get(0).fatal()
              && found.get(0).message().contains("CONFIG SET maxmemory-policy noeviction"),
          found.get(0).message());
    }
  }

  @Test
  void fsyncThatMayNotBeLookedAtIsAWarning() throws IOException {
    try (TestRedis redis = TestRedis.start()) {
      redis.call("ACL SETUSER app on >guess ~* &* +@all -config");
      StoreAddress app =
          new StoreAddress("127.0.0.1", redis.address().port(), "app", "guess", 0, false);
      assertEquals(List.of(Kind.FSYNC_UNKNOWN), kinds(look(app)));
    }
  }

  @Test
  void wrongAndMissingPasswordsAreToldApartFromSilence() throws IOException {
    try (TestRedis redis = TestRedis.start()) {
      int port = redis.address().port();
      assertEquals(List.of(Kind.WRONG_PASSWORD), kinds(look(StoreAddress.local(port, "guess"))));
      assertEquals(List.of(Kind.WRONG_PASSWORD), kinds(look(StoreAddress.local(port, null))));
      redis.freeze();
      assertEquals(List.of(Kind.UNREACHABLE), kinds(look(redis.address())));
      redis.thaw();
    }
    assertEquals(
        List.of(Kind.UNREACHABLE), kinds(look(StoreAddress.local(TestRedis.freePort(), "guess"))));
    assertEquals(
        List.of(Kind.UNREACHABLE),
        kinds(look(new StoreAddress("no-such-host.invalid", 6379, null, "guess", 0, false))));
  }

  @Test
  void replicaIsNamed() throws IOException {
    try (TestRedis redis = TestRedis.start()) {
      redis.call("REPLICAOF 127.0.0.1 1");
      assertEquals(List.of(Kind.REPLICA), kinds(look(redis.address())));
    }
  }

  @Test
  void oldServerIsNamedWithItsVersion() {
    StoreAddress old =
        FakeRedis.start(
            vertx,
            () ->
                "# Server\r\nredis_version:6.2.14\r\nrun_id:x\r\naof_enabled:1\r\nrole:master\r\n");
    List<StoreFinding> found = look(old);
    assertEquals(List.of(Kind.TOO_OLD), kinds(found));
    assertTrue(found.get(0).message().contains("6.2.14") && found.get(0).fatal());
  }
}
