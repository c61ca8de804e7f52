package io.plenary.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class VoterKeysTest {
  private static final String PARTICIPANT = "AAECAwQFBgcICQoLDA0ODw";

  private final Hmac hmac = new Hmac();
  private final VoterKeys keys = new VoterKeys(hmac);
  private final Receipts receipts = new Receipts(hmac);

  private static MacKey bytesFrom(int first) {
    byte[] bytes = new byte[32];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (first + i);
    }
    return MacKey.of(bytes);
  }

  /**
   * Computed with another implementation. Stored ballots and shown receipts depend on them: these
   * values must never change.
   */
  @Test
  void pinned() {
    MacKey eventKey = keys.eventKey(bytesFrom(0), "k3v9ab2m");
    MacKey pollKey = bytesFrom(32);
    assertEquals("dZY25mJu0Eogfnbohbz54A", keys.voter(pollKey, PARTICIPANT));
    assertEquals("kX19DiV2-7z1rt6jR1V7Fg", keys.joined(eventKey, PARTICIPANT));
    assertEquals("58KBR-CR92F", receipts.receipt(pollKey, 1, keys.voter(pollKey, PARTICIPANT)));
    assertEquals("Z8QZ7-SZ3GY", receipts.receipt(pollKey, 2, keys.voter(pollKey, PARTICIPANT)));
    assertEquals(
        "29fb7dbf8d3513d70841b2d7e3e51a5833ae9af62c38cc4d3d656e211604e4f4",
        Receipts.hash("p7q2priority", 1, "58KBR-CR92F"),
        "as the page that checks receipts works it out, see hash.test.ts");
    assertEquals(
        "dZY25mJu0Eogfnbohbz54A",
        keys.voter(pollKey, PARTICIPANT),
        "switching keys leaves nothing behind");
  }

  @Property(tries = 300)
  void everyPurposeAndKeyGivesAnotherName(@ForAll long seed) {
    Ids ids = new Ids(TestEntropy.seeded(seed));
    String participant = ids.participant();
    MacKey one = MacKey.of(ids.key());
    MacKey two = MacKey.of(ids.key());
    assertEquals(
        5,
        Set.of(
                keys.voter(one, participant),
                keys.voter(two, participant),
                keys.joined(one, participant),
                keys.joined(two, participant),
                keys.joined(keys.eventKey(one, "e1"), participant))
            .size());
    assertNotEquals(
        keys.joined(keys.eventKey(one, "e1"), participant),
        keys.joined(keys.eventKey(one, "e2"), participant));
    assertNotEquals(receipts.receipt(one, 1, participant), receipts.receipt(two, 1, participant));
    assertTrue(
        receipts.receipt(one, 1, participant).matches("[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}"));
  }

  @Test
  void aFullRoomHasNoTwoAlike() {
    Ids ids = new Ids(TestEntropy.seeded(3));
    MacKey poll = MacKey.of(ids.key());
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      String participant = ids.participant();
      assertTrue(
          seen.add(keys.voter(poll, participant))
              && seen.add(receipts.receipt(poll, 1, participant)));
    }
  }
}
