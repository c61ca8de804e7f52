package io.plenary.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinCodeTest {
  @Property
  void whatIsShownReadsBack(@ForAll long seed) {
    String code = JoinCode.draw(TestEntropy.seeded(seed));
    assertTrue(code.matches("[2-9A-HJKMNP-Z]{6}"), code);
    assertFalse(code.matches(".*[A-Z]{3}.*"), code);
    assertEquals(Optional.of(code), JoinCode.read(JoinCode.show(code)));
    assertEquals(
        Optional.of(code), JoinCode.read(JoinCode.show(code).toLowerCase(java.util.Locale.ROOT)));
  }

  @Test
  void alphabetHas31SymbolsThatDifferToTheEye() {
    assertEquals(31, Symbols.UNAMBIGUOUS.chars().distinct().count());
    assertTrue(Symbols.UNAMBIGUOUS.chars().noneMatch(symbol -> "0O1IL".indexOf(symbol) >= 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "H7K 2MQ",
        "h7k2mq",
        " h7k-2mq ",
        "H7K–2MQ",
        "h 7 k 2 m q",
        "H7K\u00a02MQ",
        "Ｈ７Ｋ２ＭＱ",
        "H7K\u200b2MQ",
        "h7k.2mq"
      })
  void typedInAnyWay(String typed) {
    assertEquals(Optional.of("H7K2MQ"), JoinCode.read(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "H7K2M",
        "H7K2MQ7",
        "H7K2M0",
        "O7K2MQ",
        "H1K2MQ",
        "I7K2MQ",
        "L7K2MQ",
        "H7K2M/",
        "H7K2MÄ",
        "H7K2MQ\u0000"
      })
  void whatNoCodeLooksLike(String typed) {
    assertEquals(Optional.empty(), JoinCode.read(typed));
  }

  @Test
  void missingOrEndlessIsNoCode() {
    assertEquals(Optional.empty(), JoinCode.read(null));
    assertEquals(Optional.empty(), JoinCode.read(" ".repeat(10_000) + "H7K2MQ"));
  }
}
