package io.plenary.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ParticipantTokensTest {
  /** The bytes 0 to 31. */
  private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

  private static final String SYMBOLS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";

  private final ParticipantTokens tokens =
      new ParticipantTokens(MacKey.ofSecret(SECRET), new Hmac());

  /**
   * Computed with another implementation. Phones keep tokens for months: this value must never
   * change.
   */
  @Test
  void pinned() {
    String token = "k3v9ab2m.AAECAwQFBgcICQoLDA0ODw.Zo9Pk-kFxH1hCCSINeQRGQ";
    assertEquals(token, tokens.issue("k3v9ab2m", "AAECAwQFBgcICQoLDA0ODw"));
    assertEquals(
        Optional.of(new ParticipantTokens.Joined("k3v9ab2m", "AAECAwQFBgcICQoLDA0ODw")),
        tokens.verify(token));
  }

  @Property(tries = 300)
  void whatIsIssuedVerifiesForItsEventOnly(@ForAll long seed) {
    Ids ids = new Ids(TestEntropy.seeded(seed));
    String event = ids.id();
    String participant = ids.participant();
    String token = tokens.issue(event, participant);
    assertEquals(
        Optional.of(new ParticipantTokens.Joined(event, participant)), tokens.verify(token, event));
    assertEquals(Optional.empty(), tokens.verify(token, ids.id()));
    assertEquals(
        Optional.empty(), new ParticipantTokens(MacKey.of(ids.key()), new Hmac()).verify(token));
  }

  @Property(tries = 2000)
  void anyOtherSymbolAnywhereIsRefused(
      @ForAll long seed,
      @ForAll @IntRange(max = 500) int at,
      @ForAll @IntRange(max = 64) int symbol) {
    Ids ids = new Ids(TestEntropy.seeded(seed));
    String token = tokens.issue(ids.id(), ids.participant());
    StringBuilder other = new StringBuilder(token);
    other.setCharAt(at % token.length(), SYMBOLS.charAt(symbol));
    assertEquals(other.toString().equals(token), tokens.verify(other.toString()).isPresent());
  }

  @Test
  void otherTextsAreRefused() {
    String token = tokens.issue("k3v9ab2m", "AAECAwQFBgcICQoLDA0ODw");
    for (String other :
        new String[] {
          null,
          "",
          ".",
          "..",
          token + " ",
          token + "=",
          token + "\n",
          " " + token,
          token.substring(1),
          "x".repeat(100_000)
        }) {
      assertEquals(Optional.empty(), tokens.verify(other));
    }
  }

  @Test
  void onlyEventsAndParticipantsGetTokens() {
    assertThrows(
        IllegalArgumentException.class, () -> tokens.issue("a.b", "AAECAwQFBgcICQoLDA0ODw"));
    assertThrows(IllegalArgumentException.class, () -> tokens.issue("ab", "short"));
  }

  /**
   * Computed with another implementation. A phone that repeats a join after an upgrade is still the
   * same person.
   */
  @Test
  @DisplayName(
      "C11 a join key makes the same person in an event, and another one elsewhere or under another"
          + " secret")
  void joinKeys() {
    String key = "BBECAwQFBgcICQoLDA0ODw";
    assertEquals("2Paq5K7Knfc5tGKo-VqjmQ", tokens.participant("k3v9ab2m", key));
    assertNotEquals(tokens.participant("k3v9ab2m", key), tokens.participant("k3v9ab2n", key));
    assertNotEquals(
        tokens.participant("k3v9ab2m", key),
        tokens.participant("k3v9ab2m", "BBECAwQFBgcICQoLDA0OEA"));
    assertNotEquals(
        tokens.participant("k3v9ab2m", key),
        new ParticipantTokens(MacKey.of(new byte[32]), new Hmac()).participant("k3v9ab2m", key));
    assertTrue(ParticipantTokens.isJoinKey(key));
    for (String other :
        new String[] {"", "short", key + "A", key.substring(1) + ".", key.substring(1) + "\n"}) {
      assertFalse(ParticipantTokens.isJoinKey(other));
    }
  }

  @Test
  void nothingSecretIsPrinted() {
    assertFalse(
        tokens
            .verify(tokens.issue("k3v9ab2m", "AAECAwQFBgcICQoLDA0ODw"))
            .toString()
            .contains("AAECAw"));
    assertEquals("MacKey[…]", MacKey.ofSecret(SECRET).toString());
    assertThrows(IllegalArgumentException.class, () -> MacKey.of(new byte[15]));
  }
}
