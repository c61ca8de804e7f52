package io.plenary.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.identity.IdentityFailure.Reason;
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
            ids.id(), EMAIL, "The organiser", await(passwords.hash(PASSWORD)), Instant.EPOCH);
    stores.accounts.put(account.id(), account);
  }

  private Reason refused(String email, String password, String address) {
    return refusal(signIn.signIn(email, password, address)).reason();
  }

  @Test
  void theRightPasswordOpensASession() throws Exception {
    SignIn.SignedIn signedIn = await(signIn.signIn(" ORGANISER@example.org", PASSWORD, HERE));
    assertEquals(account, signedIn.account());
    assertEquals(Optional.of(account), await(signIn.who(signedIn.sessionId())));
    assertFalse(stores.sessions.containsKey(signedIn.sessionId()), "only the hash is stored");
    assertNotEquals(signedIn.sessionId(), await(signIn.signIn(EMAIL, PASSWORD, HERE)).sessionId());
    assertFalse(
        signedIn.toString().contains(signedIn.sessionId()) || signedIn.toString().contains(EMAIL),
        signedIn.toString());
  }

  @Test
  void whichOfTheTwoIsWrongIsNotSaid() {
    IdentityFailure password = refusal(signIn.signIn(EMAIL, WRONG, HERE));
    IdentityFailure email = refusal(signIn.signIn("nobody@example.org", PASSWORD, HERE));
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
    String one = await(signIn.signIn(EMAIL, PASSWORD, HERE)).sessionId();
    String two = await(signIn.signIn(EMAIL, PASSWORD, HERE)).sessionId();
    String three = await(signIn.signIn(EMAIL, PASSWORD, HERE)).sessionId();
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
    String orphan = await(sessions.open("gone"));
    assertEquals(Optional.empty(), await(signIn.who(orphan)));
    assertTrue(stores.lifetimes.values().stream().allMatch(Duration.ofDays(14)::equals));
  }

  @Test
  void anAccountFailsFiveTimesThenWaitsWhereverItComesFrom() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertEquals(Reason.WRONG_CREDENTIALS, refused(EMAIL, WRONG, "192.0.2." + i));
    }
    IdentityFailure wait = refusal(signIn.signIn("Organiser@example.org", PASSWORD, "192.0.2.99"));
    assertEquals(Reason.SLOW_DOWN, wait.reason());
    assertEquals(Duration.ofSeconds(1), wait.retryAfter());
    nowMs.addAndGet(1000);
    await(signIn.signIn(EMAIL, PASSWORD, HERE));
    assertEquals(Reason.WRONG_CREDENTIALS, refused(EMAIL, WRONG, HERE), "success forgets");
  }

  @Test
  void anAddressFailsThirtyTimesThenWaitsAndSuccessBuysItNothing() throws Exception {
    for (int i = 0; i < 30; i++) {
      assertEquals(Reason.WRONG_CREDENTIALS, refused("nobody" + i + "@example.org", WRONG, HERE));
      if (i == 10) {
        await(signIn.signIn(EMAIL, PASSWORD, HERE));
      }
    }
    assertEquals(Reason.SLOW_DOWN, refused(EMAIL, PASSWORD, HERE));
    await(signIn.signIn(EMAIL, PASSWORD, "192.0.2.2"));
  }

  @Test
  void aStoreThatIsAwayIsNobodysFailure() throws Exception {
    stores.away = true;
    for (int i = 0; i < 50; i++) {
      Exception failed =
          assertThrows(Exception.class, () -> await(signIn.signIn(EMAIL, PASSWORD, HERE)));
      assertEquals("away", failed.getMessage());
    }
    stores.away = false;
    await(signIn.signIn(EMAIL, PASSWORD, HERE));
  }

  @Test
  void aWeakHashIsUpgradedOnTheWay() throws Exception {
    String weak = new Argon2(TestEntropy.seeded(9), 32, 1).hash(PASSWORD);
    stores.accounts.put(
        account.id(), new Account(account.id(), EMAIL, "The organiser", weak, Instant.EPOCH));
    refused(EMAIL, WRONG, HERE);
    assertEquals(weak, stores.accounts.get(account.id()).passwordHash());
    await(signIn.signIn(EMAIL, PASSWORD, HERE));
    assertTrue(stores.accounts.get(account.id()).passwordHash().contains("m=64,t=1"));
    await(signIn.signIn(EMAIL, PASSWORD, HERE));
  }
}
