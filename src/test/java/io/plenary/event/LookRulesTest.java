package io.plenary.event;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.words.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookRulesTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "LIGHT, -, -, -, -",
        "DARK, -, -, -, -",
        "LIGHT, #fdf6ec, #0b5563, #a8421b, -",
        "LIGHT, -, #ffb84d, -, The colour of bars has a contrast of 1.6:1 on the background",
        "DARK, -, -, #5b3f9e, The colour of the leading bar",
        "DARK, #f2f2f2, -, -, The background has a contrast of 1.0:1 for text",
        "LIGHT, #777777, -, -, The background has a contrast of",
      })
  void coloursThatAreNotSeenFromTheLastRowAreRefusedWithTheFigure(
      Theme theme, String ground, String bar, String leader, String said) {
    Look look = new Look(theme, ground, bar, leader);
    if (said == null) {
      assertDoesNotThrow(() -> LookRules.check(look));
      return;
    }
    RuleViolation refused = assertThrows(RuleViolation.class, () -> LookRules.check(look));
    assertEquals(Reason.BAD_DRAFT, refused.reason());
    assertTrue(refused.getMessage().startsWith(said), refused.getMessage());
  }

  @Test
  void groundAndTextAreThoseOfThePages() throws IOException {
    String css = Files.readString(Path.of("web/src/ui/tokens.css"));
    String light = css.substring(css.indexOf(":root {"));
    String dark = css.substring(css.indexOf(":root.stage"));
    assertEquals(
        LookRules.own(Theme.LIGHT), new LookRules.Own(token(light, "paper"), token(light, "ink")));
    assertEquals(
        LookRules.own(Theme.DARK), new LookRules.Own(token(dark, "paper"), token(dark, "ink")));
  }

  private static String token(String css, String name) {
    Matcher found = Pattern.compile("--" + name + ": (#[0-9a-f]+);").matcher(css);
    assertTrue(found.find(), name);
    return found.group(1);
  }

  @Test
  void contrastIsWhatWcagSays() {
    assertEquals(21, Contrast.of("#000000", "#ffffff"), 0.001);
    assertEquals(4.48, Contrast.of("#777777", "#ffffff"), 0.01);
    assertEquals(1, Contrast.of("#5b3f9e", "#5b3f9e"), 0.001);
  }
}
