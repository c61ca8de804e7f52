package io.plenary.kinds.qa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LanguageTest {
  private static final String ARABIC =
      "\u0643\u064A\u0641 \u0633\u062A\u0632\u064A\u062F\u0648\u0646 \u0639\u062F\u062F"
          + " \u0627\u0644\u0646\u0633\u0627\u0621 \u0641\u064A \u0645\u062C\u0644\u0633"
          + " \u0627\u0644\u0625\u062F\u0627\u0631\u0629\u061F";

  @Test
  void knowsThreeByScriptAndCommonestWords() {
    assertEquals("en", Language.of("How will you get more women to board level?"));
    assertEquals("cy", Language.of("Sut fyddwch chi'n cael mwy o fenywod ar y bwrdd?"));
    assertEquals("cy", Language.of("Beth yw'r cynllun ar gyfer y gweithlu yng Nghymru?"));
    assertEquals("ar", Language.of(ARABIC));
  }

  @Test
  void saysNothingRatherThanSomethingWrong() {
    for (String text :
        new String[] {
          "Warum so wenige Frauen im Vorstand?",
          "Pourquoi si peu de femmes?",
          "OK?",
          "42",
          "",
          "\u4E3A\u4EC0\u4E48\u5973\u6027\u8FD9\u4E48\u5C11?",
          "\u06CC\u06A9 \u0633\u0648\u0627\u0644",
          "Childcare"
        }) {
      assertNull(Language.of(text), text);
    }
  }

  @Test
  void directionIsThatOfTheFirstLetter() {
    assertTrue(Language.rightToLeft("\u00AB 1: " + ARABIC));
    assertFalse(Language.rightToLeft("NHS: " + ARABIC));
    assertFalse(Language.rightToLeft("123"));
    assertTrue(Language.rightToLeft("\u05DC\u05DE\u05D4?"));
  }
}
