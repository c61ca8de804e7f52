package io.plenary.redis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.identity.Account;
import io.plenary.identity.AccountLink;
import io.plenary.identity.AccountStore.Proof.Present;
import io.plenary.identity.DeviceStore;
import io.plenary.redis.Await;
import io.plenary.redis.LinkOptions;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RedisIdentityTest extends StoreTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Optional<String> NONE = Optional.empty();
  private RedisAccountStore accounts;
  private RedisSessionStore sessions;
  private RedisSetupStore setup;

  @BeforeEach
  void stores() {
    accounts = new RedisAccountStore(link);
    sessions = new RedisSessionStore(link);
    setup = new RedisSetupStore(link);
  }

  private static Account account(String id, String email) {
    return new Account(
        id, email, "Organiser", "$argon2id$" + id, Instant.ofEpochMilli(1_800_000_000_123L));
  }

  @Test
  void setUpLinkMakesExactlyOneFirstAccount() {
    assertFalse(Await.result(accounts.createFirst(account("a", "a@example.org"), "nonce")));
    assertEquals(Optional.empty(), Await.result(setup.held()));
    List<Future<Optional<String>>> asked = new ArrayList<>();
    for (String candidate : List.of("nonce", "another", "a third")) {
      asked.add(setup.nonce(candidate));
    }
    asked.forEach(one -> assertEquals(Optional.of("nonce"), Await.result(one)));
    assertEquals(Optional.of("nonce"), Await.result(setup.held()));
    assertFalse(Await.result(accounts.createFirst(account("a", "a@example.org"), "another")));
    assertFalse(Await.result(accounts.createFirst(account("a", "a@example.org"), "")));
    List<Future<Boolean>> race = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      race.add(accounts.createFirst(account("a" + i, "a" + i + "@example.org"), "nonce"));
    }
    assertEquals(1, race.stream().filter(Await::result).count());
    assertEquals(1, Await.result(accounts.count()));
    assertEquals(Optional.empty(), Await.result(setup.nonce("again")));
    assertEquals(Optional.empty(), Await.result(setup.held()));
    send(Command.DEL, Keys.EMAILS);
    assertEquals(Optional.empty(), Await.result(setup.nonce("again")), "there is an owner");
  }

  private Account first() {
    Account a = account("a", "a@example.org");
    Await.result(setup.nonce("nonce"));
    assertTrue(Await.result(accounts.createFirst(a, "nonce")));
    return a;
  }

  @Test
  void accountsAreFound() {
    Account a = first();
    assertEquals(Optional.of(a), Await.result(accounts.byEmail("a@example.org")));
    assertEquals(Optional.of(a), Await.result(accounts.byId("a")));
    assertEquals(Optional.empty(), Await.result(accounts.byEmail("b@example.org")));
    assertEquals(Optional.empty(), Await.result(accounts.byId("b")));
    assertEquals(1, Await.result(accounts.count()));
  }

  @Test
  void passwordHashIsReplacedOnlyIfItIsStillTheOne() {
    first();
    assertFalse(Await.result(accounts.updateHash("a", "another", "new")));
    assertTrue(Await.result(accounts.updateHash("a", "$argon2id$a", "new")));
    assertEquals("new", Await.result(accounts.byId("a")).orElseThrow().passwordHash());
    assertFalse(Await.result(accounts.updateHash("b", "", "new")));
    assertEquals(Optional.empty(), Await.result(accounts.byId("b")));
  }

  private Account someone(String id) {
    Account a = account(id, id + "@example.org");
    send(Command.HSET, Keys.ACCOUNT + id, "email", a.email(), "hash", a.passwordHash());
    return a;
  }

  private Future<Boolean> put(String session, String account, Duration lifetime) {
    return sessions.put(session, someone(account), "Firefox, Linux", lifetime);
  }

  @Test
  void sessionsEndByThemselvesUnlessUsed() {
    String key = Keys.SESSION + "s";
    Await.result(put("s", "a", Duration.ofMinutes(50)));
    assertTrue(send(Command.PTTL, key).toLong() <= Duration.ofMinutes(50).toMillis());
    assertEquals(Optional.of("a"), Await.result(sessions.get("s", HOUR)));
    assertTrue(
        send(Command.PTTL, key).toLong() > Duration.ofMinutes(50).toMillis(),
        "using it makes it last");
    send(Command.PEXPIRE, key, 1);
    Await.until(() -> send(Command.EXISTS, key).toInteger() == 0);
    assertEquals(Optional.empty(), Await.result(sessions.get("s", HOUR)));
    assertEquals(Optional.empty(), Await.result(sessions.get("never", HOUR)));
    Await.result(put("t", "a", HOUR));
    assertEquals(
        1,
        send(Command.HLEN, "plenary:{identity}:sessionsOf:a").toInteger(),
        "the ended one is forgotten");
  }

  @Test
  void sessionsAreEndedOneOrAll() {
    for (String s : List.of("s1", "s2", "s3")) Await.result(put(s, "a", HOUR));
    Await.result(put("other", "b", HOUR));
    Await.result(sessions.delete("s1", null));
    Await.result(sessions.delete("s1", null));
    assertEquals(Optional.empty(), Await.result(sessions.get("s1", HOUR)));
    assertEquals(Optional.of("a"), Await.result(sessions.get("s2", HOUR)));
    Await.result(sessions.deleteAll("a", null));
    assertEquals(Optional.empty(), Await.result(sessions.get("s2", HOUR)));
    assertEquals(Optional.of("b"), Await.result(sessions.get("other", HOUR)));
    assertEquals(
        Set.of(
            "plenary:{identity}:session:other",
            "plenary:{identity}:sessionsOf:b",
            "plenary:{identity}:account:a",
            "plenary:{identity}:account:b",
            "plenary:{identity}:ended"),
        keys());
  }

  @Test
  @DisplayName(
      "whose sessions ended is published by every script that ends some, and whose role moved")
  void endingsArePublished() {
    RedisBroker broker =
        new RedisBroker(
            vertx, vertx.getOrCreateContext(), redis.address(), LinkOptions.defaults(), link);
    List<String> heard = new CopyOnWriteArrayList<>();
    Await.result(broker.subscriber().subscribe(Keys.ENDED, heard::add));
    first();
    for (String id : List.of("b", "c", "d", "e")) {
      Await.result(put("of-" + id, id, HOUR));
      send(Command.HSET, Keys.EMAILS, id + "@example.org", id);
    }
    Await.result(sessions.delete("of-b", "c")); // not c's
    Await.result(sessions.delete("never", null));
    assertFalse(Await.result(accounts.setPassword("d", new Present("wrong"), "new", NONE)));
    assertFalse(Await.result(accounts.delete("a")));
    Await.result(accounts.handOver("b", "c")); // not the owner
    assertEquals(List.of(), heard);

    Await.result(sessions.delete("of-b", "b"));
    Await.result(sessions.deleteAll("c", null));
    assertTrue(Await.result(accounts.setPassword("d", new Present("$argon2id$d"), "new", NONE)));
    assertTrue(Await.result(accounts.delete("e")));
    Await.result(accounts.handOver("a", "b"));
    List<String> expected = List.of("b", "c", "d", "e", "a", "b");
    Await.until(() -> heard.size() >= expected.size());
    assertEquals(expected, heard);
    Await.result(broker.close());
  }

  @Test
  @DisplayName("a node that does not hear that the server is another's sees it by the count")
  void handingOverIsCounted() {
    first();
    someone("b");
    String before = Await.result(sessions.ended());
    Await.result(accounts.handOver("b", "a")); // not the owner
    Await.result(accounts.handOver("a", "nobody"));
    assertEquals(before, Await.result(sessions.ended()));
    Await.result(accounts.handOver("a", "b"));
    assertNotEquals(before, Await.result(sessions.ended()));
  }

  @Test
  void devicesAreKnownUntilTheyAreForgottenTooOldOrTooMany() {
    RedisDeviceStore devices = new RedisDeviceStore(link);
    assertFalse(Await.result(devices.known("a", "d1", HOUR)));
    Await.result(devices.remember(someone("a"), "d1", HOUR));
    Await.result(devices.remember(someone("a"), "d2", HOUR));
    assertTrue(Await.result(devices.known("a", "d1", HOUR)));
    assertFalse(Await.result(devices.known("b", "d1", HOUR)), "of one account");
    assertFalse(Await.result(devices.known("a", "d1", Duration.ZERO)), "too old");
    Await.result(devices.forget("a", "d1"));
    assertFalse(Await.result(devices.known("a", "d1", HOUR)));

    String key = Keys.DEVICES + "a";
    for (int i = 0; i < 30; i++) send(Command.ZADD, key, i, "old" + i);
    Await.result(devices.remember(someone("a"), "d3", HOUR));
    assertEquals(2, send(Command.ZCARD, key).toInteger(), "those long unused are gone");
    long now = System.currentTimeMillis();
    for (int i = 0; i < 30; i++) send(Command.ZADD, key, now - 1_000 + i, "new" + i);
    Await.result(devices.remember(someone("a"), "d2", HOUR));
    assertEquals(DeviceStore.MOST, send(Command.ZCARD, key).toInteger());
    assertTrue(Await.result(devices.known("a", "d2", HOUR)));
    assertTrue(Await.result(devices.known("a", "new29", HOUR)));
    assertFalse(Await.result(devices.known("a", "new0", HOUR)), "the oldest goes first");
  }

  @Test
  @DisplayName(
      "O3 of a deleted account nothing is left; one that owns the server or has a role stays")
  void o3_deletedAccount() {
    Account owner = first();
    Account b = someone("b");
    send(Command.HSET, Keys.EMAILS, b.email(), "b");
    assertFalse(Await.result(accounts.delete("a")), "it owns the server");
    Set<String> before = keys();
    Await.result(put("s1", "b", HOUR));
    Await.result(new RedisDeviceStore(link).remember(b, "d1", HOUR));
    Await.result(
        new RedisAccountLinkStore(link)
            .put("b", AccountLink.Kind.RESET, "h", Instant.ofEpochSecond(4_000_000_000L)));
    assertTrue(Await.result(new RedisSubjectStore(link, accounts).bind("b", "subject")));
    send(Command.SADD, Keys.STAFF_OF + "b", "e");
    assertFalse(Await.result(accounts.delete("b")), "it has a role");
    send(Command.SREM, Keys.STAFF_OF + "b", "e");
    assertTrue(Await.result(accounts.delete("b")));
    Set<String> left = keys();
    before.remove(Keys.ACCOUNT + "b");
    before.add(Keys.ENDED);
    assertEquals(before, left);
    assertEquals(Optional.empty(), Await.result(accounts.byEmail(b.email())));
    assertEquals(Optional.of(owner), Await.result(accounts.byId("a")));
    assertTrue(Await.result(accounts.delete("b")), "as good as deleted");
  }

  @Test
  void secretIsMadeOnceForAll() {
    RedisSecretStore secrets = new RedisSecretStore(link);
    List<Future<String>> race = new ArrayList<>();
    for (int i = 0; i < 20; i++) race.add(secrets.loadOrCreate("candidate" + i));
    Set<String> seen = new java.util.HashSet<>();
    race.forEach(f -> seen.add(Await.result(f)));
    assertEquals(1, seen.size());
    assertEquals(seen, Set.of(Await.result(secrets.loadOrCreate("later"))));
  }
}
