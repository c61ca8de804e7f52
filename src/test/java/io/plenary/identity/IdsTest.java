package io.plenary.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IdsTest {
  @Property(tries = 200)
  void shapes(@ForAll long seed) {
    Ids ids = new Ids(TestEntropy.seeded(seed));
    assertTrue(ids.id().matches("[a-z0-9]{12}"));
    assertTrue(ids.participant().matches("[A-Za-z0-9_-]{22}"));
    assertTrue(ids.secret128().matches("[A-Za-z0-9_-]{22}"));
    assertTrue(ids.secret256().matches("[A-Za-z0-9_-]{43}"));
    assertEquals(32, ids.key().length);
  }

  @Test
  void noTwoAlike() {
    Ids ids = new Ids(TestEntropy.seeded(1));
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 5000; i++) {
      assertTrue(seen.add(ids.id()) && seen.add(ids.secret128()) && seen.add(ids.secret256()));
    }
  }

  @Test
  void bytesBeyondTheAlphabetAreDrawnAgain() {
    assertEquals(
        "aaaabbbb".repeat(2).substring(0, 12),
        new Ids(TestEntropy.cycling(0, 252, 36, 253, 72, 254, 108, 255, 1, 37, 73, 109)).id());
  }

  @Test
  void everySymbolIsAboutAsLikely() {
    Map<Character, Integer> counts = new HashMap<>();
    String drawn = Symbols.draw(TestEntropy.seeded(7), Symbols.UNAMBIGUOUS, 310_000);
    drawn.chars().forEach(symbol -> counts.merge((char) symbol, 1, Integer::sum));
    assertEquals(31, counts.size());
    // 10,000 expected each, standard deviation 98; plain "modulo 31" would give the first 8 symbols
    // 12 % more.
    counts.forEach((symbol, count) -> assertEquals(10_000, count, 500, () -> "symbol " + symbol));
  }
}
