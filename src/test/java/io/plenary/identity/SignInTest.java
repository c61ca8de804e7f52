package io.plenary.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.identity.IdentityFailure.Reason;
import io.plenary.identity.Passwords.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest extends IdentityFixture {
  private static final String WRONG = "not the password";
  private static final String HERE = "192.0.2.1";

  private Account account;

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
  }

  /** A browser that never signed in. */
  private static Client at(String address) {
    return new Client(address, null, "");
  }

  private Reason refused(String email, String password, String address) {
    return refusal(signIn.signIn(email, password, at(address))).reason();
  }

  @Test
  void theRightPasswordOpensASession() throws Exception {
    SignedIn signedIn = await(signIn.signIn(" ORGANISER@example.org", PASSWORD, at(HERE)));
    assertEquals(account, signedIn.account());
    assertEquals(Optional.of(account), await(signIn.who(signedIn.sessionId())));
    assertFalse(stores.sessions.containsKey(signedIn.sessionId()), "only the hash is stored");
    assertNotEquals(
        signedIn.sessionId(), await(signIn.signIn(EMAIL, PASSWORD, at(HERE))).sessionId());
    assertFalse(
        signedIn.toString().contains(signedIn.sessionId()) || signedIn.toString().contains(EMAIL),
        signedIn.toString());
  }

  @Test
  void whichOfTheTwoIsWrongIsNotSaid() {
    IdentityFailure password = refusal(signIn.signIn(EMAIL, WRONG, at(HERE)));
    IdentityFailure email = refusal(signIn.signIn("nobody@example.org", PASSWORD, at(HERE)));
    assertEquals(Reason.WRONG_CREDENTIALS, password.reason());
    assertEquals(password.reason(), email.reason());
    assertEquals(password.getMessage(), email.getMessage());
    for (String noAddress : new String[] {null, "", "not an address", "x".repeat(100_000)}) {
      assertEquals(Reason.WRONG_CREDENTIALS, refused(noAddress, PASSWORD, HERE));
    }
    assertEquals(Reason.WRONG_CREDENTIALS, refused(EMAIL, null, HERE));
  }

  @Test
  void signingOutEndsOneSessionOrAll() throws Exception {
    String one = await(signIn.signIn(EMAIL, PASSWORD, at(HERE))).sessionId();
    String two = await(signIn.signIn(EMAIL, PASSWORD, at(HERE))).sessionId();
    String three = await(signIn.signIn(EMAIL, PASSWORD, at(HERE))).sessionId();
    await(signIn.signOut(one));
    assertEquals(Optional.empty(), await(signIn.who(one)));
    assertTrue(await(signIn.who(two)).isPresent());
    await(signIn.signOutEverywhere(account.id()));
    assertEquals(Optional.empty(), await(signIn.who(two)));
    assertEquals(Optional.empty(), await(signIn.who(three)));
    await(signIn.signOut(one));
  }

  @Test
  void noSessionIsNobody() throws Exception {
    stores.away = true; // shapes that no session has do not even reach the store
    for (String id : new String[] {null, "", "x".repeat(44), "*".repeat(43)}) {
      assertEquals(Optional.empty(), await(signIn.who(id)));
      await(signIn.signOut(id));
    }
    stores.away = false;
    assertEquals(Optional.empty(), await(signIn.who(ids.secret256())));
    String orphan = ids.secret256();
    stores.sessions.put(Sessions.hash(orphan), "gone");
    assertEquals(Optional.empty(), await(signIn.who(orphan)));
    assertTrue(stores.lifetimes.values().stream().allMatch(Duration.ofDays(14)::equals));
  }

  @Test
  void strangersAreCheckedTenTimesThenEveryThreeMinutesWhereverTheyComeFrom() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertEquals(Reason.WRONG_CREDENTIALS, refused(EMAIL, WRONG, "192.0.2." + i));
    }
    IdentityFailure wait =
        refusal(signIn.signIn("Organiser@example.org", PASSWORD, at("192.0.2.99")));
    assertEquals(Reason.SLOW_DOWN, wait.reason());
    assertEquals(Duration.ofMinutes(3), wait.retryAfter());
    assertTrue(wait.getMessage().contains("plenary sign-in-link EMAIL"), wait.getMessage());
    nowMs.addAndGet(Duration.ofMinutes(3).toMillis());
    await(signIn.signIn(EMAIL, PASSWORD, at(HERE)));
    assertEquals(Reason.WRONG_CREDENTIALS, refused(EMAIL, WRONG, HERE), "that one was no guess");
    assertEquals(Reason.SLOW_DOWN, refused(EMAIL, PASSWORD, HERE), "success buys no guesses");
  }

  @Test
  void anAccountThatDoesNotExistIsRefusedInTheSameWords() {
    for (int i = 0; i < 12; i++) {
      IdentityFailure there = refusal(signIn.signIn(EMAIL, WRONG, at("192.0.2.1")));
      IdentityFailure not = refusal(signIn.signIn("no@example.org", WRONG, at("192.0.2.2")));
      assertEquals(there.reason(), not.reason());
      assertEquals(there.getMessage(), not.getMessage());
      assertEquals(there.retryAfter(), not.retryAfter());
    }
  }

  @Test
  void anAddressTriesThirtyPasswordsOfManyAccountsThenWaits() throws Exception {
    for (int i = 0; i < 30; i++) {
      nowMs.addAndGet(200); // as fast as strangers are checked at all
      assertEquals(Reason.WRONG_CREDENTIALS, refused("nobody" + i + "@example.org", WRONG, HERE));
      if (i == 10) {
        await(signIn.signIn(EMAIL, PASSWORD, at(HERE)));
      }
    }
    assertEquals(Reason.SLOW_DOWN, refused(EMAIL, PASSWORD, HERE));
    await(signIn.signIn(EMAIL, PASSWORD, at("192.0.2.2")));
  }

  @Test
  void wrongPasswordsOfAKnownDeviceMakeItAStranger() throws Exception {
    SignedIn in = await(signIn.signIn(EMAIL, PASSWORD, at(HERE)));
    Client known = new Client(HERE, in.devices(), "");
    for (int i = 0; i < 9; i++) {
      assertEquals(Reason.WRONG_CREDENTIALS, refusal(signIn.signIn(EMAIL, WRONG, known)).reason());
    }
    nowMs.addAndGet(10_000);
    await(signIn.signIn(EMAIL, PASSWORD, known));
    for (int i = 0; i < 10; i++) {
      nowMs.addAndGet(1_000);
      assertEquals(Reason.WRONG_CREDENTIALS, refusal(signIn.signIn(EMAIL, WRONG, known)).reason());
    }
    assertTrue(stores.devices.get(account.id()).isEmpty(), "not even after a restart");
    for (int i = 0; i < 10; i++) refusal(signIn.signIn(EMAIL, WRONG, known));
    assertEquals(Reason.SLOW_DOWN, refusal(signIn.signIn(EMAIL, PASSWORD, known)).reason());
    nowMs.addAndGet(Duration.ofMinutes(3).toMillis());
    SignedIn again = await(signIn.signIn(EMAIL, PASSWORD, known));
    assertNotEquals(in.devices(), again.devices(), "the old cookie never becomes known again");
  }

  /** What the store did not forget at the tenth wrong password it forgets at the next one. */
  @Test
  void aFullStoreKeepsNoKnownDeviceOutForEver() throws Exception {
    SignedIn in = await(signIn.signIn(EMAIL, PASSWORD, at(HERE)));
    Client known = new Client(HERE, in.devices(), "");
    stores.full = true;
    for (int i = 0; i < 12; i++) {
      assertThrows(Exception.class, () -> await(signIn.signIn(EMAIL, WRONG, known)));
      nowMs.addAndGet(1_000);
    }
    assertFalse(stores.devices.get(account.id()).isEmpty());
    stores.full = false;
    assertEquals(Reason.WRONG_CREDENTIALS, refusal(signIn.signIn(EMAIL, WRONG, known)).reason());
    assertTrue(stores.devices.get(account.id()).isEmpty(), "ten in a row and more");
    await(signIn.signIn(EMAIL, PASSWORD, known));
  }

  @Test
  void aDeviceCookieIsOfOneAccountAndCannotBeForged() throws Exception {
    Account other =
        new Account(
            ids.id(),
            "other@example.org",
            "Other",
            await(passwords.hash(Lane.KNOWN, WRONG)),
            Instant.EPOCH);
    stores.accounts.put(other.id(), other);
    String cookie = await(signIn.signIn("other@example.org", WRONG, at(HERE))).devices();
    for (int i = 0; i < 10; i++) refused(EMAIL, WRONG, HERE);
    String swapped = cookie.replace(other.id(), account.id());
    for (String devices : new String[] {cookie, swapped, "", "~", "a.b.c", "x".repeat(5_000)}) {
      assertEquals(
          Reason.SLOW_DOWN,
          refusal(signIn.signIn(EMAIL, PASSWORD, new Client(HERE, devices, ""))).reason());
    }
    assertEquals(Optional.empty(), await(signIn.who(cookie)), "it is no session");
    nowMs.addAndGet(Duration.ofMinutes(3).toMillis());
    String both = await(signIn.signIn(EMAIL, PASSWORD, new Client(HERE, cookie, ""))).devices();
    for (int i = 0; i < 20; i++) {
      refused(EMAIL, WRONG, HERE);
      refused("other@example.org", PASSWORD, HERE);
    }
    await(signIn.signIn(EMAIL, PASSWORD, new Client(HERE, both, "")));
    await(signIn.signIn("other@example.org", WRONG, new Client(HERE, both, "")));
  }

  @Test
  void aStoreThatIsAwayIsNobodysFailure() throws Exception {
    stores.away = true;
    for (int i = 0; i < 50; i++) {
      Exception failed =
          assertThrows(Exception.class, () -> await(signIn.signIn(EMAIL, PASSWORD, at(HERE))));
      assertEquals("away", failed.getMessage());
    }
    stores.away = false;
    await(signIn.signIn(EMAIL, PASSWORD, at(HERE)));
  }

  @Test
  void aWeakHashIsUpgradedOnTheWay() throws Exception {
    String weak = new Argon2(TestEntropy.seeded(9), 32, 1).hash(PASSWORD);
    stores.accounts.put(
        account.id(), new Account(account.id(), EMAIL, "The organiser", weak, Instant.EPOCH));
    refused(EMAIL, WRONG, HERE);
    assertEquals(weak, stores.accounts.get(account.id()).passwordHash());
    await(signIn.signIn(EMAIL, PASSWORD, at(HERE)));
    assertTrue(stores.accounts.get(account.id()).passwordHash().contains("m=64,t=1"));
    await(signIn.signIn(EMAIL, PASSWORD, at(HERE)));
  }
}
