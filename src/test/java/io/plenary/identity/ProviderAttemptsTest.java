package io.plenary.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProviderAttemptsTest {
  private static final Entropy RANDOM = new SecureRandom()::nextBytes;
  private Instant now = Instant.parse("2027-03-08T09:00:00Z");
  private final ProviderAttempts attempts = of(MacKey.of(new byte[32]));

  private ProviderAttempts of(MacKey key) {
    return new ProviderAttempts(key, new Ids(RANDOM), () -> now);
  }

  private void stale(ProviderAttempts at, String cookie, String state) {
    ProviderFailure failure = assertThrows(ProviderFailure.class, () -> at.returned(cookie, state));
    assertEquals(ProviderFailure.Reason.STALE, failure.reason());
  }

  @Test
  void isKnownAgainForTenMinutes() {
    ProviderAttempt begun = attempts.begin();
    now = now.plus(ProviderAttempts.LASTS);
    assertEquals(begun, attempts.returned(begun.cookie(), begun.state()));
    now = now.plusSeconds(1);
    stale(attempts, begun.cookie(), begun.state());
    now = now.minus(Duration.ofHours(1));
    stale(attempts, begun.cookie(), begun.state());
  }

  @Test
  void whatIsForgedMixedOrOfAnotherServerIsNone() {
    ProviderAttempt one = attempts.begin();
    ProviderAttempt two = attempts.begin();
    assertNotEquals(one, two);
    stale(attempts, one.cookie(), two.state());
    stale(attempts, null, one.state());
    stale(attempts, one.cookie(), null);
    byte[] other = new byte[32];
    other[0] = 1;
    stale(of(MacKey.of(other)), one.cookie(), one.state());
    for (int i = 0; i < one.cookie().length(); i++) {
      char[] forged = one.cookie().toCharArray();
      forged[i] = forged[i] == 'A' ? 'B' : 'A';
      stale(attempts, new String(forged), one.state());
    }
    for (String cookie : List.of("", "..", "9.9.9", "x".repeat(5_000))) {
      stale(attempts, cookie, one.state());
    }
  }

  @Test
  void itsPartsSayNothingOfEachOther() {
    ProviderAttempt one = attempts.begin();
    assertEquals(
        4, Set.of(one.cookie(), one.state(), one.nonce(), one.verifier()).size(), one::toString);
    assertEquals(43, one.verifier().length(), "RFC 7636 wants 43 to 128");
    assertEquals("ProviderAttempt[…]", one.toString());
  }
}
