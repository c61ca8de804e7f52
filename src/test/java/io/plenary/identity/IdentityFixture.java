package io.plenary.identity;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The services of this package over stores in memory and a clock that stands still. */
abstract class IdentityFixture {
  static final String EMAIL = "organiser@example.org";
  static final String PASSWORD = "four words in a row";

  final Ids ids = new Ids(TestEntropy.seeded(5));
  final AtomicLong nowMs = new AtomicLong();
  final MemoryStores stores = new MemoryStores();
  final Sessions sessions = new Sessions(stores, ids, Duration.ofDays(14));
  final SetupLink link = new SetupLink(stores, ids);
  Vertx vertx;
  Passwords passwords;
  SignIn signIn;
  NewAccounts fresh;
  SetUp setUp;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    passwords = new Passwords(vertx, new Argon2(TestEntropy.seeded(6), 64, 1));
    signIn = new SignIn(stores, sessions, passwords, new SignInLimits(nowMs::get));
    fresh =
        new NewAccounts(
            passwords, new PasswordRules(), ids, () -> Instant.ofEpochMilli(nowMs.get()));
    setUp = new SetUp(stores, stores, sessions, fresh);
  }

  @AfterEach
  void close() throws Exception {
    await(passwords.close());
    await(vertx.close()); // not composed: its end has no event loop left to be told on
  }

  static <T> T await(Future<T> future) throws Exception {
    return PasswordsTest.await(future);
  }

  static IdentityFailure refusal(Future<?> future) {
    return assertThrows(IdentityFailure.class, () -> await(future));
  }
}
