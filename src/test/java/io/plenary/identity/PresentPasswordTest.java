package io.plenary.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.identity.IdentityFailure.Reason;
import io.plenary.identity.OwnAccount.Self;
import io.plenary.identity.Passwords.Lane;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever came by somebody's session does not know the password that is asked for. */
class PresentPasswordTest extends IdentityFixture {
  private static final String NEW = "five more words in a row";
  private static final Client HERE = new Client("192.0.2.1", null, "");
  private OwnAccount own;
  private SignedIn in;
  private Self self;

  @BeforeEach
  void account() throws Exception {
    String hash = await(passwords.hash(Lane.KNOWN, PASSWORD));
    Account account = new Account(ids.id(), EMAIL, "The organiser", hash, Instant.EPOCH);
    stores.accounts.put(account.id(), account);
    own =
        new OwnAccount(
            stores,
            sessions,
            passwords,
            new NewPasswords(stores, passwords, new PasswordRules()),
            devices,
            limits,
            new Leaving(stores, null),
            codes);
    in = await(signIn.signIn(EMAIL, PASSWORD, HERE));
    self = new Self(account, in.sessionId(), new Client("192.0.2.1", in.devices(), ""));
  }

  @Test
  @DisplayName("O3 ten wrong present passwords in a row end the session that tried them")
  void o3_guessing() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertTrue(await(signIn.isSignedIn(in.sessionId())), "after " + i);
      IdentityFailure wrong = refusal(own.changePassword(self, "wrong " + i, NEW));
      assertEquals("present", wrong.field());
      nowMs.addAndGet(1_000);
    }
    assertFalse(await(signIn.isSignedIn(in.sessionId())));
    SignedIn again = await(signIn.signIn(EMAIL, PASSWORD, self.client()));
    await(
        own.changePassword(
            new Self(again.account(), again.sessionId(), self.client()), PASSWORD, NEW));
  }

  @Test
  @DisplayName("O3 a session that the full store did not end ends at the next wrong password")
  void o3_guessingWhileTheStoreIsFull() {
    stores.full = true;
    for (int i = 0; i < 12; i++) {
      assertThrows(Exception.class, () -> await(own.changePassword(self, "wrong", NEW)));
      nowMs.addAndGet(1_000);
    }
    stores.full = false;
    assertEquals("present", refusal(own.changePassword(self, "wrong", NEW)).field());
    assertTrue(stores.sessions.isEmpty(), "and the account page is not shut for ever");
  }

  @Test
  @DisplayName("O3 after a change the session and the device stay, others do not")
  void o3_whatStays() throws Exception {
    SignedIn other = await(signIn.signIn(EMAIL, PASSWORD, HERE));
    Client theirs = new Client("192.0.2.1", other.devices(), "");
    String cookie = await(own.changePassword(self, PASSWORD, NEW));
    assertTrue(await(signIn.isSignedIn(in.sessionId())));
    assertFalse(await(signIn.isSignedIn(other.sessionId())));
    assertEquals(Optional.empty(), await(signIn.who(other.sessionId())));
    for (int i = 0; i < 10; i++) refusal(signIn.signIn(EMAIL, PASSWORD, HERE));
    assertEquals(Reason.SLOW_DOWN, refusal(signIn.signIn(EMAIL, NEW, theirs)).reason());
    assertEquals(
        Reason.SLOW_DOWN, refusal(signIn.signIn(EMAIL, NEW, self.client())).reason(), "the old");
    await(signIn.signIn(EMAIL, NEW, new Client("192.0.2.1", cookie, "")));
  }

  @Test
  @DisplayName(
      "O3 a session is not opened on the strength of a password that was changed meanwhile")
  void o3_race() throws Exception {
    await(own.changePassword(self, PASSWORD, NEW));
    IdentityFailure late =
        refusal(
            admission.admit(
                new Admission.Identified(self.account(), Admission.Way.PASSWORD), HERE));
    assertEquals(Reason.WRONG_CREDENTIALS, late.reason());
  }
}
