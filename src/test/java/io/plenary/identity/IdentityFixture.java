package io.plenary.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.plenary.limit.Rate;
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
  final SignInLimits limits = new SignInLimits(() -> nowMs.get() * 1_000_000, SharedLimits.alone());
  final MemoryStores stores = new MemoryStores();
  final Sessions sessions = new Sessions(stores, ids, Duration.ofDays(14));
  final MacKey secret = MacKey.of("the secret of this server".getBytes(US_ASCII));
  final SetupLink link = new SetupLink(stores, ids, secret);
  final Devices devices = new Devices(stores, ids, secret);
  final SecondFactor codes =
      new SecondFactor(
          new NoCodes(),
          devices,
          TestEntropy.seeded(7),
          () -> Instant.ofEpochMilli(nowMs.get()),
          SharedLimits.alone());
  final Admission admission =
      new Admission(
          sessions,
          devices,
          codes,
          new SecondStep(stores, secret, () -> Instant.ofEpochMilli(nowMs.get())));
  Vertx vertx;
  Passwords passwords;
  SignIn signIn;
  NewAccounts fresh;
  SetUp setUp;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    passwords = passwords(new Argon2(TestEntropy.seeded(6), 64, 1));
    signIn = new SignIn(stores, sessions, passwords, devices, admission, limits);
    fresh =
        new NewAccounts(
            passwords, new PasswordRules(), ids, () -> Instant.ofEpochMilli(nowMs.get()));
    setUp = new SetUp(stores, link, admission, fresh);
  }

  Passwords passwords(Argon2 argon2) {
    return new Passwords(vertx, argon2, new Rate(1_000, 1_000), () -> nowMs.get() * 1_000_000);
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
