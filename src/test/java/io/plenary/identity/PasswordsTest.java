package io.plenary.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.Waiting;
import io.plenary.identity.Passwords.Lane;
import io.plenary.limit.Limits;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private Vertx vertx;
  private Passwords passwords;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    passwords = new Passwords(vertx, TestEntropy.seeded(1));
  }

  @AfterEach
  void close() throws Exception {
    await(passwords.close());
    await(vertx.close()); // not composed: its end has no event loop left to be told on
  }

  static <T> T await(Future<T> future) throws Exception {
    return Waiting.result(future.toCompletionStage().toCompletableFuture());
  }

  /** From the tests of the reference implementation (P-H-C/phc-winner-argon2, src/test.c). */
  @Test
  void agreesWithTheReferenceImplementation() throws Exception {
    String reference =
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
    assertTrue(await(passwords.check(Lane.KNOWN, "password", Optional.of(reference))).matches());
    assertFalse(await(passwords.check(Lane.KNOWN, "passwords", Optional.of(reference))).matches());
  }

  /** Made by password4j 1.8.4, which made those that are stored. */
  @Test
  void hashesThatWereStoredBeforeStillMatch() throws Exception {
    String salted = "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$";
    assertEquals(
        new Passwords.Checked(true, Optional.empty()),
        await(
            passwords.check(
                Lane.KNOWN,
                "four words in a row",
                Optional.of(salted + "qVERIcZIoXHx2em2ZF7ucNMWtoNlA2PKpBuXYOxTx8s"))));
    String beyondAscii = salted + "qoG+QYNeuM+Tshh5xFerZHXFdS4kOB+/NCVh2qTwUYQ";
    assertTrue(
        await(passwords.check(Lane.KNOWN, "caf\u00e9 and a croissant", Optional.of(beyondAscii)))
            .matches());
    assertFalse(
        await(passwords.check(Lane.KNOWN, "cafe and a croissant", Optional.of(beyondAscii)))
            .matches());
  }

  @Test
  void nothingIsSpentOnAHashThatAsksForMoreThanAnyOfOurs() {
    String end = "$c29tZXNhbHRzb21lc2FsdA$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
    Argon2 argon2 = new Argon2(TestEntropy.seeded(4), 64, 1);
    for (String asked :
        List.of(
            "m=9999999,t=2,p=1",
            "m=65537,t=2,p=1",
            "m=64,t=9999,p=1",
            "m=64,t=0,p=1",
            "m=64,t=1,p=0",
            "m=0,t=1,p=1",
            "m=65536,t=1,p=999",
            "m=16,t=1,p=16")) {
      String phc = "$argon2id$v=19$" + asked + end;
      assertThrows(IllegalArgumentException.class, () -> argon2.matches("password", phc), asked);
      assertThrows(IllegalArgumentException.class, () -> argon2.outdated(phc), asked);
    }
    for (String odd :
        List.of("$c29tZXNhbHQ$nf65", "$A$" + "A".repeat(43), "$c2$" + "A".repeat(43))) {
      String phc = "$argon2id$v=19$m=64,t=1,p=1" + odd;
      assertThrows(IllegalArgumentException.class, () -> argon2.matches("password", phc), odd);
    }
  }

  @Test
  void hashesMatchTheirPasswordOnly() throws Exception {
    String hash = await(passwords.hash(Lane.KNOWN, "four words in a row"));
    assertTrue(
        hash.matches(
            "\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}"),
        hash);
    assertEquals(
        new Passwords.Checked(true, Optional.empty()),
        await(passwords.check(Lane.KNOWN, "four words in a row", Optional.of(hash))));
    assertFalse(
        await(passwords.check(Lane.KNOWN, "Four words in a row", Optional.of(hash))).matches());
    assertNotEquals(hash, await(passwords.hash(Lane.KNOWN, "four words in a row")), "salted");
  }

  @Test
  void typedOnAnotherKeyboardItIsTheSame() throws Exception {
    String hash = await(passwords.hash(Lane.KNOWN, "caf\u00e9 and a croissant"));
    assertTrue(
        await(passwords.check(Lane.KNOWN, "cafe\u0301 and a croissant", Optional.of(hash)))
            .matches());
  }

  @Test
  void weakerHashesAreMadeAnew() throws Exception {
    String weak = new Argon2(TestEntropy.seeded(2), 1024, 1).hash("four words in a row");
    assertEquals(
        Optional.empty(),
        await(passwords.check(Lane.KNOWN, "something else here", Optional.of(weak))).newHash());
    String strong =
        await(passwords.check(Lane.KNOWN, "four words in a row", Optional.of(weak)))
            .newHash()
            .orElseThrow();
    assertEquals(
        new Passwords.Checked(true, Optional.empty()),
        await(passwords.check(Lane.KNOWN, "four words in a row", Optional.of(strong))));
    String stronger = new Argon2(TestEntropy.seeded(2), 32 * 1024, 2).hash("four words in a row");
    assertEquals(
        Optional.empty(),
        await(passwords.check(Lane.KNOWN, "four words in a row", Optional.of(stronger))).newHash(),
        "never weakened");
  }

  /** The same work, not the same time: time says nothing on a busy machine. */
  @Test
  void anUnknownAccountCostsAsMuch() throws Exception {
    List<String> checked = new CopyOnWriteArrayList<>();
    Argon2 spy =
        new Argon2(TestEntropy.seeded(3)) {
          @Override
          boolean matches(String password, String phc) {
            checked.add(phc.replaceFirst("\\$[^$]+\\$[^$]+$", "") + " " + phc.length());
            return super.matches(password, phc);
          }
        };
    Passwords counted = new Passwords(vertx, spy, Limits.NEW_PASSWORDS, System::nanoTime);
    String hash = await(counted.hash(Lane.NEWCOMER, "four words in a row"));
    assertFalse(
        await(counted.check(Lane.NEWCOMER, "not the password", Optional.of(hash))).matches());
    assertFalse(
        await(counted.check(Lane.NEWCOMER, "not the password", Optional.empty())).matches());
    assertEquals(2, checked.size());
    assertEquals(checked.get(0), checked.get(1), "variant, memory, passes, lanes and lengths");
  }

  @Test
  void aFloodIsToldToComeBack() throws Exception {
    List<Future<String>> flood =
        IntStream.range(0, 100)
            .mapToObj(i -> passwords.hash(Lane.KNOWN, "four words in a row"))
            .toList();
    for (Future<String> one : flood) {
      await(one.otherwise("refused"));
    }
    List<Throwable> refused = flood.stream().filter(Future::failed).map(Future::cause).toList();
    assertTrue(
        refused.size() >= 40 && refused.size() <= 100 - 1 - Passwords.WAITING,
        () -> "refused: " + refused.size());
    refused.forEach(
        cause -> assertEquals(IdentityFailure.Reason.BUSY, ((IdentityFailure) cause).reason()));
    await(passwords.hash(Lane.KNOWN, "afterwards all is well"));
  }
}
