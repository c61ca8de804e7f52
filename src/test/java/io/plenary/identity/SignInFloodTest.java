package io.plenary.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.Waiting;
import io.plenary.identity.IdentityFailure.Reason;
import io.plenary.identity.Passwords.Lane;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Hours of guessing, on a clock that is moved. */
class SignInFloodTest extends IdentityFixture {
  private static final String WRONG = "not the password";
  private static final int EVERY_MS = 20; // 50 a second
  private static final long HOUR_MS = Duration.ofHours(1).toMillis();
  private static final int VENUE = 7;

  private Account account;
  private String cookie;

  @BeforeEach
  void account() throws Exception {
    account =
        new Account(
            ids.id(),
            EMAIL,
            "The organiser",
            await(passwords.hash(Lane.KNOWN, PASSWORD)),
            Instant.EPOCH);
    stores.accounts.put(account.id(), account);
    cookie = await(signIn.signIn(EMAIL, PASSWORD, new Client(address(VENUE), null, ""))).devices();
  }

  private static String address(int i) {
    return "198.51." + i / 250 + "." + i % 250;
  }

  /**
   * An hour and a half of wrong passwords for the owner. Twice a minute the owner signs in from the
   * device that did so before.
   *
   * @return how many passwords were checked in the worst hour
   */
  private int flood(IntFunction<Client> attacker) throws Exception {
    Deque<Long> checked = new ArrayDeque<>();
    int worst = 0;
    for (int i = 0; nowMs.get() < 3 * HOUR_MS / 2; i++) {
      nowMs.addAndGet(EVERY_MS);
      Future<SignedIn> guess = signIn.signIn(EMAIL, WRONG, attacker.apply(i));
      Reason reason = reason(guess);
      if (reason == Reason.WRONG_CREDENTIALS) checked.addLast(nowMs.get());
      while (!checked.isEmpty() && checked.peekFirst() <= nowMs.get() - HOUR_MS) {
        checked.removeFirst();
      }
      worst = Math.max(worst, checked.size());
      if (i % 1_500 == 0) {
        await(signIn.signIn(EMAIL, PASSWORD, new Client(address(VENUE), cookie, "")));
      }
      assertTrue(limits.remembered() <= 600, () -> "remembered: " + limits.remembered());
    }
    return worst;
  }

  private static void assertGuesses(int worst) {
    assertTrue(worst <= 30 && worst > 25, () -> "checked within an hour: " + worst);
  }

  /** Most are refused at once: to wait for them costs more than they do. */
  private static Reason reason(Future<?> refused) {
    return refused.isComplete()
        ? ((IdentityFailure) refused.cause()).reason()
        : refusal(refused).reason();
  }

  @Test
  @DisplayName("O2 fifty guesses a second from elsewhere: the owner's device signs in every time")
  void o2_fromElsewhere() throws Exception {
    assertGuesses(flood(i -> new Client(address(1), null, "")));
  }

  @Test
  @DisplayName("O2 fifty guesses a second from the owner's address")
  void o2_fromTheSameAddress() throws Exception {
    assertGuesses(flood(i -> new Client(address(VENUE), null, "")));
  }

  @Test
  @DisplayName("O2 fifty guesses a second from 500 addresses")
  void o2_fromManyAddresses() throws Exception {
    assertGuesses(flood(i -> new Client(address(i % 500), null, "")));
  }

  @Test
  @DisplayName("O2 made-up accounts from the venue's address: a known device, and other addresses")
  void o2_manyAccountsFromTheVenue() throws Exception {
    int checked = 0;
    for (int i = 0; i < 50 * 600; i++) { // ten minutes
      nowMs.addAndGet(EVERY_MS);
      String nobody = "nobody" + i + "@example.org";
      Reason reason = reason(signIn.signIn(nobody, WRONG, new Client(address(VENUE), null, "")));
      if (reason == Reason.WRONG_CREDENTIALS) checked++;
    }
    assertTrue(checked >= 45 && checked <= 30 + 600 / 30, "checked: " + checked);
    await(signIn.signIn(EMAIL, PASSWORD, new Client(address(VENUE), cookie, "")));
    await(signIn.signIn(EMAIL, PASSWORD, new Client(address(1), null, "")));
    assertTrue(limits.remembered() <= 100, () -> "remembered: " + limits.remembered());
  }

  @Test
  @DisplayName("O2 made-up accounts from everywhere: what is checked and remembered has a limit")
  void o2_manyAccountsFromEverywhere() throws Exception {
    int checked = 0;
    for (int i = 0; i < 50 * 60; i++) {
      nowMs.addAndGet(EVERY_MS);
      Client anywhere = new Client("2001:db8:" + Integer.toHexString(i) + "::1", null, "");
      Reason reason = reason(signIn.signIn("nobody" + i + "@example.org", WRONG, anywhere));
      if (reason == Reason.WRONG_CREDENTIALS) checked++;
    }
    assertTrue(checked <= 20 + 5 * 60, "checked: " + checked);
    assertTrue(limits.remembered() <= 2 * checked, () -> "remembered: " + limits.remembered());
    await(signIn.signIn(EMAIL, PASSWORD, new Client(address(VENUE), cookie, "")));
  }

  @Test
  @DisplayName("O2 strangers' checks that are under way or wait do not delay a known device")
  void o2_lanes() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    Passwords slow =
        passwords(
            new Argon2(TestEntropy.seeded(6), 64, 1) {
              @Override
              boolean matches(String password, String phc) {
                if (password.equals(WRONG)) Waiting.until(() -> release.getCount() == 0);
                return super.matches(password, phc);
              }
            });
    SignIn busy = new SignIn(stores, sessions, slow, devices, admission, limits);
    List<Future<SignedIn>> guesses = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      nowMs.addAndGet(200);
      Client anywhere = new Client(address(i % 500), null, "");
      guesses.add(busy.signIn("nobody" + i + "@example.org", WRONG, anywhere));
    }
    try {
      assertEquals(1 + Passwords.WAITING, slow.underWay(Lane.NEWCOMER));
      for (int i = 0; i < 20; i++) {
        nowMs.addAndGet(1_000);
        await(busy.signIn(EMAIL, PASSWORD, new Client(address(VENUE), cookie, "")));
      }
      assertFalse(guesses.get(0).isComplete(), "they were under way all the time");
    } finally {
      release.countDown();
    }
    int refused = 0;
    for (Future<SignedIn> guess : guesses) {
      if (refusal(guess).reason() == Reason.BUSY) refused++;
    }
    assertEquals(1_000 - 1 - Passwords.WAITING, refused);
    await(slow.close());
  }
}
